#!/usr/bin/env python3
# make-bundled.py: made the bundled dataset from the four tables of checked facts
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: make-bundled.py FACTS_DIR OUT.json

FACTS_DIR holds events.tsv, actors.tsv, coverage.tsv and story.tsv: UTF-8, one
header row, tab-separated, without quoting. Nothing needs this script to build
or run Entente; what is committed is its output. It adds no fact: where a table
has an empty cell, the dataset has no field.
"""
import json
import pathlib
import re
import sys

ROOT = {
    "format": "entente",
    "version": 1,
    "edition": "2026-11",
    "title": {
        "en": "U.S.–China cyber timeline",
        "zh-CN": "中美网络时间线",
    },
    "description": {
        "en": "Cyber incidents, diplomatic meetings and policy statements from 1963 to 2025, centred on"
              " U.S.-China cyber diplomacy and dense from 2003 to 2018. An initiator is a report of the"
              " public attribution, not a finding.",
        "zh-CN": "1963年至2025年的网络事件、外交会谈和政策声明，以中美网络外交为中心，2003年至2018年收录较密。"
                 "“发起方”转述公开的归因，并非本时间线的认定。",
    },
    "language": "en",
    "license": "GPL-3.0-or-later",
    "created": "2026-11",
    "view": {"span": "2013/2016", "group-by": "kind"},
}
STORY = {
    "id": "briefing",
    "title": {
        "en": "U.S.-China cyber diplomacy: a briefing in twelve steps",
        "zh-CN": "中美网络外交：十二步简报",
    },
}

# A cell is `Publisher, title, date, URL`, and these publishers' names hold a comma.
PUBLISHERS_WITH_COMMA = [
    "U.S. Department of State, Office of the Historian",
]
SOURCE = re.compile(r"(?P<head>.*?)(?:, (?P<date>\d{4}(?:-\d\d){0,2}))?(?:, (?P<url>https?://\S+))?")
WIDTH = 100


def read_table(path):
    """The rows of a table as dictionaries; a ragged row is an error."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    for number, row in enumerate(rows, 2):
        assert len(row) == len(names), f"{path}:{number}: {len(row)} cells, not {len(names)}"
    return [dict(zip(names, row)) for row in rows]


def parts(cell, separator=";"):
    return [part for part in cell.split(separator) if part]


def in_both(english, chinese):
    return {"en": english, "zh-CN": chinese} if chinese else english


def without_empty(fields):
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def split_source(cell):
    """Takes a source apart; joined with ", " the parts are the cell again."""
    match = SOURCE.fullmatch(cell)
    head = match["head"]
    publisher = next((name for name in PUBLISHERS_WITH_COMMA if head.startswith(name + ", ")), None)
    if publisher is None:
        # A comma inside parentheses belongs to the publisher's name.
        publisher = re.split(r", (?![^()]*\))", head, maxsplit=1)[0]
    source = without_empty({
        "publisher": publisher,
        "title": head[len(publisher) + 2:],
        "date": match["date"],
        "url": match["url"],
    })
    assert ", ".join(source.values()) == cell, cell
    return source


def make_event(row):
    quote = re.fullmatch(r'([^:"]+): "([^"]+)"', row["quote"])
    assert bool(quote) == bool(row["quote"]), row["id"]
    status, note = row["check"].split(": ", 1)
    links = [("responds-to", target) for target in parts(row["responds_to"])]
    links += [tuple(link.split(":", 1)) for link in parts(row["links_more"])]
    return without_empty({
        "id": row["id"],
        "kind": row["kind"],
        "date": row["date"],
        "title": in_both(row["title"], row["title_zh"]),
        "summary": row["summary"],
        "status": row["status"],
        "phases": dict(phase.split("=", 1) for phase in parts(row["phases"])),
        "actors": [dict(zip(("role", "name"), actor.split(":", 1))) for actor in parts(row["actors"])],
        "attribution": without_empty({
            "confidence": row["attribution_confidence"],
            "by": [dict(zip(("name", "basis"), by.rsplit(":", 1))) for by in parts(row["attributed_by"])],
            "denied_by": parts(row["attribution_denied_by"]),
        }),
        "category": row["category"],
        "severity": int(row["severity"]),
        "place": row["place"],
        "sector": parts(row["sector"]),
        "critical_infrastructure": row["critical_infrastructure"],
        "tags": parts(row["tags"]),
        "quote": {"speaker": quote[1], "text": quote[2]} if quote else None,
        "verification": {"status": status, "note": note},
        "links": [{"type": kind, "to": target} for kind, target in links],
        "sources": [split_source(cell) for cell in parts(row["sources"])],
    })


def make_actor(row):
    return without_empty({
        "name": in_both(row["name"], row["name_zh"]),
        "type": row["type"],
        "part_of": row["part_of"],
        "aliases": parts(row["aliases"]),
    })


def make_coverage(row):
    # The table speaks of itself by its file's name, which a reader of the dataset never sees.
    own = row["evidence"] == "events.tsv"
    return without_empty({
        "source": "This dataset" if own else row["source"],
        "span": f'{row["start"]}/{row["end"]}',
        "collects": row["collects"],
        "evidence": None if own else row["evidence"],
        "note": row["note"],
    })


def make_step(row):
    return without_empty({
        "title": in_both(row["title"], row["title_zh"]),
        "text": in_both(row["text"], row["text_zh"]),
        "notes": row["notes"],
        "view": {"span": row["span"], "query": "kind:" + ",".join(parts(row["show"]))},
        "select": parts(row["ids"]),
    })


def make_dataset(facts):
    return ROOT | {
        "actors": {row["id"]: make_actor(row) for row in read_table(facts / "actors.tsv")},
        "coverage": [make_coverage(row) for row in read_table(facts / "coverage.tsv")],
        "events": [make_event(row) for row in read_table(facts / "events.tsv")],
        "stories": [STORY | {"steps": [make_step(row) for row in read_table(facts / "story.tsv")]}],
    }


def write(value, indent=0, column=0):
    """JSON for readers: what fits on a line stands on one, the rest an item a line."""
    line = json.dumps(value, ensure_ascii=False)
    listed = isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)
    if not isinstance(value, (dict, list)) or (column + len(line) < WIDTH and not listed):
        return line
    if isinstance(value, dict):
        pairs = [(json.dumps(name, ensure_ascii=False) + ": ", item) for name, item in value.items()]
    else:
        pairs = [("", item) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    indent += 2
    items = [" " * indent + head + write(item, indent, indent + len(head)) for head, item in pairs]
    return opening + "\n" + ",\n".join(items) + "\n" + " " * (indent - 2) + closing


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dataset = make_dataset(pathlib.Path(sys.argv[1]))
    text = write(dataset) + "\n"
    assert json.loads(text) == dataset
    pathlib.Path(sys.argv[2]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
