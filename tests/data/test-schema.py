#!/usr/bin/env python3
# test-schema.py: the schema of the native format accepts what is right and refuses what is wrong
#
# SPDX-License-Identifier: GPL-3.0-or-later
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

import tap
from tap import none, same, test

DATA = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data"
SCHEMA = json.loads((DATA / "schema" / "entente-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# Every field of the format once, so that each case below changes one thing.
WHOLE = {
    "format": "entente", "version": 1, "edition": "3", "title": "T", "description": {"en": "D", "zh-CN": "述"},
    "language": "en", "license": "CC-BY-4.0", "created": "2026-11-23",
    "view": {"span": "2013/2016", "query": "kind:incident", "group-by": "kind", "color-by": "none", "links": "chain",
             "unmatched": "dim", "pair-as": "recorded", "lane-order": "date", "lanes": ["meeting", ""], "collapsed": ["statement"],
             "basis": "disclosure", "as-of": "2015-09-19"},
    "actors": {
        "CN": {"name": {"en": "China", "zh-CN": "中国"}, "type": "state", "aliases": ["PRC"], "seat": "Beijing"},
        "Unit": {"name": "Unit", "type": "agency", "part_of": "CN"},
    },
    "coverage": [{"source": "S", "span": "2000/..", "note": "further field"}],
    "events": [{
        "id": "e", "kind": "incident", "date": "2014-05~/..", "title": {"en": "Title", "ar": "عنوان"},
        "summary": "S", "status": "ongoing",
        "phases": {"intrusion": "2014", "detection": "2015-04-15", "disclosure": "2015-06-04",
                   "attribution": "2015?", "remediation": "2015-22"},
        "actors": [{"role": "initiator", "name": "CN"}, {"role": "bystander", "name": "not in the table"}],
        "attribution": {"confidence": "suspected", "by": [{"name": "US", "basis": "press-report"}],
                        "denied_by": ["CN"]},
        "category": "espionage", "severity": 5, "place": "Here", "sector": ["government"],
        "critical_infrastructure": "contested", "tags": ["a", "b"], "quote": {"speaker": "P", "text": "Words"},
        "verification": {"status": "verified", "note": "N"},
        "links": [{"type": "follows", "to": "f", "note": "N"}],
        "sources": [{"publisher": "P", "title": "T", "date": "2015", "url": "https://example.org/",
                     "basis": "on-record"}],
        "further": {"fields": [1, 2.5, None]},
    }, {"id": "f", "title": "Only a title", "start": "2015-01-01T08:00:00Z", "end": "2015-01-01T09:30:00Z"}],
    "stories": [{"id": "s", "title": "S", "steps": [
        {"title": "One", "text": {"en": "X"}, "notes": "N", "view": {"span": "2014"}, "select": ["e"], "focus": "e"},
    ]}],
}

# What the program opens without a word although the schema refuses it; stories it reads when they are told.
FORGIVEN = {
    "a text under a word that is no language tag", "a language by its name", "two denials by one", "a tag twice",
    "a quotation without words", "a verification without a status",
    "an actor in the table without a name",
}
FORGIVEN_IN = "stories/"

GONE = object()

# Where, what is put there, and the part of the schema that must object.
BROKEN = {
    "another format": ("format", "entante", "const"),
    "no format": ("format", GONE, "required"),
    "version of the future": ("version", 2, "const"),
    "an empty edition": ("edition", "", "minLength"),
    "an empty license": ("license", "", "minLength"),
    "lanes by nothing": ("view/group-by", "", "minLength"),
    "an actor of no type": ("actors/Unit/type", "", "minLength"),
    "no events": ("events", GONE, "required"),
    "events by id": ("events", {"e": {"title": "T"}}, "type"),
    "an event that is a title": ("events/0", "Title", "type"),
    "an event without a title": ("events/0/title", GONE, "required"),
    "an empty title": ("events/0/title", "", "oneOf"),
    "a title of spaces": ("events/0/title", "  ", "oneOf"),
    "an empty title in one language": ("events/0/title/ar", "", "oneOf"),
    "a title that is a number": ("events/0/title", 7, "oneOf"),
    "a title in no language": ("events/0/title", {}, "oneOf"),
    "a text under a word that is no language tag": ("events/0/summary", {"zh_CN": "摘要"}, "oneOf"),
    "a date with a space": ("events/0/date", "2015 / 2016", "pattern"),
    "a date that is a number": ("events/0/date", 2015, "type"),
    "an empty date": ("events/0/date", "", "minLength"),
    "a date and a start": ("events/0/start", "2015", "not"),
    "a date and an end": ("events/0/end", "2015", "not"),
    "an end without a start": ("events/1/start", GONE, "dependentRequired"),
    "an empty id": ("events/0/id", "", "minLength"),
    "an id on two lines": ("events/0/id", "e\nf", "pattern"),
    "an empty kind": ("events/0/kind", "", "minLength"),
    "an unknown status": ("events/0/status", "finished", "enum"),
    "an unknown phase": ("events/0/phases/recovery", "2015", "additionalProperties"),
    "phases in a list": ("events/0/phases", ["2015"], "type"),
    "an actor without a name": ("events/0/actors/0/name", GONE, "required"),
    "an actor that is a name": ("events/0/actors/0", "CN", "type"),
    "an unknown confidence": ("events/0/attribution/confidence", "high", "enum"),
    "an accuser without a name": ("events/0/attribution/by/0/name", GONE, "required"),
    "a denial that is a word": ("events/0/attribution/denied_by", "CN", "type"),
    "two denials by one": ("events/0/attribution/denied_by", ["CN", "CN"], "uniqueItems"),
    "severity 0": ("events/0/severity", 0, "minimum"),
    "severity 9": ("events/0/severity", 9, "maximum"),
    "severity between": ("events/0/severity", 2.5, "type"),
    "severity as text": ("events/0/severity", "5", "type"),
    "an empty place": ("events/0/place", "", "minLength"),
    "one sector as a word": ("events/0/sector", "finance", "type"),
    "a tag twice": ("events/0/tags", ["a", "a"], "uniqueItems"),
    "an empty tag": ("events/0/tags", [""], "minLength"),
    "critical infrastructure as a truth value": ("events/0/critical_infrastructure", True, "enum"),
    "a quotation without words": ("events/0/quote/text", GONE, "required"),
    "an unknown verification": ("events/0/verification/status", "checked", "enum"),
    "a verification without a status": ("events/0/verification/status", GONE, "required"),
    "an unknown link": ("events/0/links/0/type", "responds_to", "enum"),
    "a link without a type": ("events/0/links/0/type", GONE, "required"),
    "a link to nowhere": ("events/0/links/0/to", GONE, "required"),
    "a source that is an address": ("events/0/sources/0", "https://example.org/", "type"),
    "a source that says nothing": ("events/0/sources/0", {"date": "2015"}, "anyOf"),
    "an address that runs": ("events/0/sources/0/url", "javascript:alert(1)", "pattern"),
    "an address of a file": ("events/0/sources/0/url", "file:///etc/passwd", "pattern"),
    "an unknown basis of a source": ("events/0/sources/0/basis", "hearsay", "enum"),
    "an unknown order of lanes": ("view/lane-order", "size", "enum"),
    "a lane instead of lanes": ("view/lanes", "meeting", "type"),
    "an unknown date basis": ("view/basis", "happened", "enum"),
    "a span in two fields": ("view/span", ["2013", "2016"], "type"),
    "a language by its name": ("language", "English (US)", "pattern"),
    "actors in a list": ("actors", [{"name": "China"}], "type"),
    "an actor in the table without a name": ("actors/Unit/name", GONE, "required"),
    "an actor with an empty name": ("actors/Unit/name", "", "oneOf"),
    "an actor under an empty id": ("actors/", {"name": "China"}, "minLength"),
    "a part of two wholes": ("actors/Unit/part_of", ["CN", "US"], "type"),
    "coverage without a span": ("coverage/0/span", GONE, "required"),
    "coverage without a source": ("coverage/0/source", GONE, "required"),
    "a story without an id": ("stories/0/id", GONE, "required"),
    "a story without steps": ("stories/0/steps", GONE, "required"),
    "a step without a title": ("stories/0/steps/0/title", GONE, "required"),
    "a step that selects a word": ("stories/0/steps/0/select", "e", "type"),
    "a step that selects an event twice": ("stories/0/steps/0/select", ["e", "e"], "uniqueItems"),
    "a step with two focuses": ("stories/0/steps/0/focus", ["e", "f"], "type"),
}


def with_change(path, value):
    document = copy.deepcopy(WHOLE)
    *way, last = path.split("/")
    place = document
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    last = int(last) if isinstance(place, list) else last
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return document


def objections(document):
    return [(list(error.absolute_path), error.validator, error.message) for error in VALIDATOR.iter_errors(document)]


def accepts(name, document):
    test("accepted: " + name)(lambda: none(objections(document)))


def refuses(name, path, value, keyword):
    def body():
        found = objections(with_change(path, value))
        same(keyword in [error[1] for error in found], True, f"no {keyword} in {found}")
    test("refused: " + name)(body)


@test("the schema is a schema")
def _():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@test("every field of the schema is described, itself or where it points to")
def _():
    def walk(schema, where):
        for name, field in schema.get("properties", {}).items():
            target = SCHEMA["$defs"].get(field.get("$ref", "").removeprefix("#/$defs/"), {})
            if not {"description", "title"} & (set(field) | set(target)):
                yield f"{where}/{name}"
            yield from walk(field, f"{where}/{name}")
            yield from walk(field.get("items", {}), f"{where}/{name}/items")
    none(walk(SCHEMA, ""))
    for name, schema in SCHEMA["$defs"].items():
        none(walk(schema, name))


@test("the bundled timeline follows the schema")
def _():
    none(objections(json.loads((DATA / "timelines" / "us-china-cyber.entente.json").read_text(encoding="utf-8"))))


def converted(text):
    return subprocess.run([os.environ["ENT_PROGRAM"], "convert", "-", "-o", "-"], input=text,
                          stdout=subprocess.PIPE, check=True).stdout


@test("what the program writes follows the schema, and says the same")
def _():
    timeline = (DATA / "timelines" / "us-china-cyber.entente.json").read_bytes()
    for text in (timeline, json.dumps(WHOLE).encode(), json.dumps(WHOLE, indent=3, ensure_ascii=False).encode()):
        written = json.loads(converted(text))
        none(objections(written))
        same(written, json.loads(text))


@test("what the schema accepts opens without a fault")
def _():
    run = subprocess.run([os.environ["ENT_PROGRAM"], "check", "-"], input=json.dumps(WHOLE).encode(),
                         stdout=subprocess.PIPE)
    same((run.returncode, run.stdout.decode()), (0, "-: 2 events, 0 errors, 0 warnings\n"))


@test("what the schema refuses is reported, but for what is forgiven")
def _():
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: pathlib.Path(folder) / f"{number}.json" for number, name in enumerate(BROKEN)}
        for name, (path, value, _) in BROKEN.items():
            paths[name].write_text(json.dumps(with_change(path, value)), encoding="utf-8")
        run = subprocess.run([os.environ["ENT_PROGRAM"], "check", *paths.values()], stdout=subprocess.PIPE, text=True)
    silent = {name for name, file in paths.items() if f"{file}: 2 events, 0 errors, 0 warnings" in run.stdout}
    same({name for name in silent if not BROKEN[name][0].startswith(FORGIVEN_IN)}, FORGIVEN)


accepts("every field of the format", WHOLE)
accepts("the least of a timeline", {"format": "entente", "version": 1, "events": []})
accepts("the least of an event", {"format": "entente", "version": 1, "events": [{"title": "T"}]})
accepts("a start without an end", {"format": "entente", "version": 1, "events": [{"title": "T", "start": "2015"}]})
accepts("further fields at the top", WHOLE | {"maintainer": {"name": "A"}})

for name, (path, value, keyword) in BROKEN.items():
    refuses(name, path, value, keyword)

if __name__ == "__main__":
    sys.exit(tap.run())
