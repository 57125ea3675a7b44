#!/usr/bin/env python3
# test-cli-filter.py: what a filter finds and counts is what a plain loop over the file does
#
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile

import tap
from plain import EVENTS, FACETS, PATH, constrain
from tap import same, test


def count(events):
    counts = {}
    for name, values in FACETS.items():
        found = collections.Counter(value for event in events for value in values(event))
        if found:
            counts[name] = dict(found)
    return counts


def stats(query):
    command = [os.environ["ENT_PROGRAM"], "stats", "--json", "--filter", query, str(PATH)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told["events"], {name: {value["value"]: value["count"] for value in values}
                            for name, values in told["facets"].items() if name in FACETS}


@test("everything is counted")
def _():
    same(stats(""), (len(EVENTS), count(EVENTS)))


@test("three random constraints, of 50 seeds, find and count the same")
def _():
    found = 0
    for seed in range(50):
        constraints = constrain(seed)
        query = " ".join(constraint.query for constraint in constraints)
        events = [event for event in EVENTS if all(constraint.meets(event) for constraint in constraints)]
        same(stats(query), (len(events), count(events)), f"seed {seed}: {query}")
        found += len(events) > 0
    assert found > 10, f"only {found} of 50 queries found anything"


def run_stats(path, query, state, stdin=None):
    """How many events are found, and what is said on standard error."""
    command = [os.environ["ENT_PROGRAM"], "stats", "--json", "--filter", query, str(path)]
    # Nothing may need a home that can be written to.
    environment = os.environ | {"XDG_STATE_HOME": str(state), "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, input=stdin)
    return json.loads(done.stdout)["events"], done.stderr


def keep(state, name, **members):
    folder = pathlib.Path(state) / "entente"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({"format": "entente-state", "version": 1} | members),
                                         encoding="utf-8")


@test("stars and notes are those of the file's state")
def _():
    with tempfile.TemporaryDirectory() as state:
        name = hashlib.sha256(str(PATH.resolve()).encode()).hexdigest()
        keep(state, name, stars=[EVENTS[3]["id"], EVENTS[5]["id"], "gone"], notes={EVENTS[5]["id"]: "A note."})
        same(run_stats(PATH, "is:starred", state), (2, ""))
        same(run_stats(PATH, "is:noted is:starred", state), (1, ""))
        same(run_stats(PATH, "-is:noted", state), (len(EVENTS) - 1, ""))
        keep(state, "bundled", stars=[EVENTS[0]["id"]])
        same(run_stats("bundled:", "is:starred", state), (1, ""))


@test("where there are none that is said once, and only to who asks for them")
def _():
    with tempfile.TemporaryDirectory() as state:
        found, said = run_stats(PATH, "is:starred OR (is:noted -is:starred)", state)
        same(found, 0)
        same(said.count("\n"), 1, said)
        assert "never opened in a window" in said, said
        same(run_stats(PATH, "is:undated", state)[1], "")
        found, said = run_stats("-", "is:starred", state, PATH.read_text(encoding="utf-8"))
        same(found, 0)
        assert "has no name" in said, said
        keep(state, "bundled", stars={"a": 1})
        found, said = run_stats("bundled:", "is:starred", state)
        same(found, 0)
        assert "“stars” in it is not understood" in said, said
        same(list(pathlib.Path(state).rglob("*~*")), [])


tap.run()
