# plain.py: what events of the bundled timeline have of each facet, found by plain loops over the file
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import random

PATH = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data" / "timelines" / "us-china-cyber.entente.json"
DATASET = json.loads(PATH.read_text(encoding="utf-8"))
EVENTS = DATASET["events"]
ACTORS = DATASET["actors"]


def upwards(actor):
    """The actor and whatever it is part of."""
    while actor:
        yield actor
        actor = ACTORS.get(actor, {}).get("part_of")


def topmost(event, role):
    return {list(upwards(actor["name"]))[-1] for actor in event["actors"] if actor["role"] == role}


def acting(event, *roles):
    return {name for actor in event["actors"] if not roles or actor["role"] in roles for name in upwards(actor["name"])}


# What an event has of each facet.
FACETS = {
    "kind": lambda e: {e["kind"]},
    "category": lambda e: {e["category"]},
    "actor": acting,
    "initiator": lambda e: acting(e, "initiator"),
    "target": lambda e: acting(e, "target"),
    "pair": lambda e: {f"{a}>{b}" for a in topmost(e, "initiator") for b in topmost(e, "target")},
    "place": lambda e: {e["place"]} if "place" in e else set(),
    "tag": lambda e: set(e["tags"]),
    "severity": lambda e: {str(e["severity"])},
    "attribution": lambda e: {e["attribution"]["confidence"]} if "attribution" in e else set(),
    "status": lambda e: {e["status"]},
    "sector": lambda e: set(e.get("sector", [])),
    "verification": lambda e: {e["verification"]["status"]},
}


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Constraint:
    """A random condition on a facet: its query, and whether an event meets it."""

    def __init__(self, chance):
        self.field = chance.choice(sorted(FACETS))
        every = sorted(set().union(*map(FACETS[self.field], EVENTS)))
        self.values = set(chance.sample(every, min(len(every), chance.randint(1, 3))))
        self.negated = chance.random() < 0.3
        self.all = not self.negated and chance.random() < 0.3
        words = sorted(map(quoted, self.values))
        if self.all:
            self.query = " ".join(f"{self.field}:{word}" for word in words)
        else:
            self.query = "-" * self.negated + f"{self.field}:" + ",".join(words)

    def meets(self, event):
        own = FACETS[self.field](event)
        if self.all:
            return own >= self.values
        return bool(own & self.values) != self.negated


def constrain(seed):
    """Three random constraints."""
    return [Constraint(random.Random(f"{seed} {number}")) for number in range(3)]
