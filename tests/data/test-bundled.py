#!/usr/bin/env python3
# test-bundled.py: the bundled timeline is what was checked, and stays so
#
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])
PATH = ROOT / "data" / "timelines" / "us-china-cyber.entente.json"
DATASET = json.loads(PATH.read_text(encoding="utf-8"))
EVENTS = DATASET["events"]
BY_ID = {event["id"]: event for event in EVENTS}
ACTORS = DATASET["actors"]

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December"]


# A small reader for the few forms of EDTF that the timeline uses.

def ends(edtf):
    return edtf.split("/")


def mark(end):
    return end[-1] if end[-1] in "~?" else ""


def plain(end):
    return end.rstrip("~?")


def earliest_start(edtf):
    match = DATE.fullmatch(ends(edtf)[0])
    return tuple(int(part or 1) for part in match.group(1, 2, 3))


def dates_of(event):
    """Every date of an event with the name of the field it stands in."""
    yield "date", event["date"]
    for name, date in event.get("phases", {}).items():
        yield name, date


def counts(values):
    return dict(collections.Counter(values))


def links():
    for event in EVENTS:
        for link in event.get("links", []):
            yield event, link["type"], link["to"]


# What was counted when the facts were checked.

@test("as many events as were checked, of each kind")
def _():
    same(len(EVENTS), 175)
    same(counts(event["kind"] for event in EVENTS), {"incident": 47, "meeting": 49, "statement": 79})


@test("as many events in each decade")
def _():
    same(counts((event["date"][:3] + "0s", event["kind"]) for event in EVENTS), {
        ("1960s", "statement"): 1,
        ("1980s", "incident"): 1,
        ("1990s", "statement"): 1,
        ("2000s", "incident"): 13, ("2000s", "meeting"): 4, ("2000s", "statement"): 4,
        ("2010s", "incident"): 26, ("2010s", "meeting"): 39, ("2010s", "statement"): 62,
        ("2020s", "incident"): 7, ("2020s", "meeting"): 6, ("2020s", "statement"): 11,
    })
    same(sum("2003" <= event["date"][:4] <= "2018" for event in EVENTS), 145, "2003 to 2018")


@test("as many events in each category")
def _():
    same(counts(event["category"] for event in EVENTS), {
        "dialogue": 25, "espionage": 24, "disclosure": 24, "norms": 17, "remarks": 13, "sabotage": 13,
        "summit": 13, "multilateral": 11, "sanction": 8, "theft": 7, "treaty": 5, "indictment": 5,
        "law": 4, "doctrine": 3, "ransomware": 2, "influence": 1,
    })


@test("as many events of each status, and the unfinished by name")
def _():
    same(counts(event["status"] for event in EVENTS), {"done": 169, "ongoing": 2, "threatened": 2, "planned": 2})
    same({event["id"]: event["status"] for event in EVENTS if event["status"] != "done"}, {
        "volt-typhoon": "ongoing", "salt-typhoon": "ongoing",
        "sanctions-package-reported-2015": "threatened", "obama-business-roundtable-2015": "threatened",
        "us-decides-to-retaliate-2015": "planned", "china-cyber-law-draft-2015": "planned",
    })


@test("as many dates of each form")
def _():
    def form(date):
        if "/" in date:
            return "open" if ".." in date else "interval"
        return {4: "year", 7: "month", 10: "day"}[len(plain(date))]
    same(counts(form(event["date"]) for event in EVENTS),
         {"day": 95, "interval": 70, "month": 6, "year": 2, "open": 2})
    same(sum(bool(re.search("[~?]", event["date"])) for event in EVENTS), 21, "with ~ or ?")


@test("as many phases, on incidents only")
def _():
    phases = [(event, name, date) for event in EVENTS for name, date in event.get("phases", {}).items()]
    same(len(phases), 151)
    same(counts(name for _, name, _ in phases),
         {"intrusion": 41, "detection": 26, "disclosure": 43, "attribution": 33, "remediation": 8})
    same(sum(bool(re.search("[~?]", date)) for _, _, date in phases), 32, "with ~ or ?")
    none(event["id"] for event, _, _ in phases if event["kind"] != "incident")


@test("as many links of each type")
def _():
    same(counts(kind for _, kind, _ in links()), {
        "responds-to": 253, "attributes": 23, "implements": 15, "compares-to": 12, "part-of": 6, "denies": 6,
    })


@test("attribution: every incident, no other, and as many of each confidence and basis")
def _():
    none(event["id"] for event in EVENTS if ("attribution" in event) != (event["kind"] == "incident"))
    incidents = [event["attribution"] for event in EVENTS if "attribution" in event]
    same(counts(attribution["confidence"] for attribution in incidents), {
        "official-accusation": 24, "suspected": 14, "private-assessment": 5, "confirmed": 4,
    })
    same(counts(by["basis"] for attribution in incidents for by in attribution.get("by", [])), {
        "government-statement": 54, "company-report": 15, "indictment": 14, "unnamed-officials": 14,
        "press-report": 10, "sanctions": 8, "self-claim": 4, "academic-report": 2, "leaked-documents": 2,
    })
    same([event["id"] for event in EVENTS if "attribution" in event and "by" not in event["attribution"]],
         ["target-breach-2013", "keypoint-breach-2014"], "no accuser seen")


@test("an official accusation rests on a government's own word")
def _():
    own = {"government-statement", "indictment", "sanctions"}
    with_own = {event["id"]: event["attribution"]["confidence"] for event in EVENTS
                if own & {by["basis"] for by in event.get("attribution", {}).get("by", [])}}
    none(event["id"] for event in EVENTS
         if event.get("attribution", {}).get("confidence") == "official-accusation" and event["id"] not in with_own)
    same({event for event, confidence in with_own.items()
          if confidence not in ("official-accusation", "confirmed")},
         {"estonia-ddos-2007", "marriott-starwood-breach", "anthem-breach"}, "the basis stops short of a state")


@test("sectors and critical infrastructure")
def _():
    same(counts(event["kind"] for event in EVENTS if "sector" in event), {"incident": 47, "statement": 26})
    same(counts(event["critical_infrastructure"] for event in EVENTS if event["kind"] == "incident"),
         {"yes": 10, "contested": 10, "no": 27})
    none(event["id"] for event in EVENTS if event["kind"] != "incident" and "critical_infrastructure" in event)


@test("quotations: statements only, at most 25 words, without quotation marks around them")
def _():
    quoted = [event for event in EVENTS if "quote" in event]
    same(len(quoted), 18)
    none(event["id"] for event in quoted if event["kind"] != "statement")
    none(event["id"] for event in quoted
         if len(event["quote"]["text"].split()) > 25 or '"' in event["quote"]["text"]
         or not event["quote"]["speaker"])


@test("tags and severity")
def _():
    same(sum("us-china" in event["tags"] for event in EVENTS), 94, "us-china")
    none(event["id"] for event in EVENTS if type(event["severity"]) is not int or not 1 <= event["severity"] <= 5)
    none(tag for event in EVENTS for tag in event["tags"] if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", tag))


@test("verification of every event")
def _():
    same(counts(event["verification"]["status"] for event in EVENTS), {"verified": 174, "recalled": 1})
    same([event["id"] for event in EVENTS if event["verification"]["status"] == "recalled"],
         ["us-china-cyber-working-group-2-2013"])
    same(sum("recalled" in event["verification"]["note"] for event in EVENTS
             if event["verification"]["status"] == "verified"), 25, "with a recalled detail")


@test("actors of each type")
def _():
    same(len(ACTORS), 135)
    same(counts(actor["type"] for actor in ACTORS.values()), {
        "state": 41, "company": 44, "agency": 19, "organisation": 14, "group": 7, "person": 3, "other": 7,
    })


@test("every event of the article of 19 September 2015")
def _():
    article = """
        us-china-cyber-accord-talks-2015 nyt-arms-deal-report-2015 xi-state-visit-2015 us-china-cyber-accord-2015
        obama-business-roundtable-2015 obama-fort-meade-2015 un-gge-2015-report opm-2014-2015-background-files
        opm-21-million-2015 clapper-opm-not-attack-2015 us-presents-opm-evidence-2015 pla-indictment-2014
        unit-61398-campaign sony-pictures-2014 fbi-attributes-sony-2014 eo-13636-ppd-21-2013
        limited-test-ban-treaty-1963 sunnylands-summit-2013 china-denial-after-sunnylands-2013
        snowden-disclosures-2013 nsa-shotgiant-huawei huawei-shotgiant-disclosed-2014 rice-beijing-2015
        eo-13694-2015 sanctions-package-reported-2015 meng-jianzhu-washington-2015 stuxnet-natanz
        olympic-games-report-2012""".split()
    same(len(article), 28)
    none(name for name in article if name not in BY_ID)


# What must hold whatever the facts are.

@test("ids are unique slugs, and events stand in order of time")
def _():
    same(len(BY_ID), len(EVENTS))
    none(name for name in BY_ID if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name))
    starts = [(earliest_start(event["date"]), event["id"]) for event in EVENTS]
    none(f"{after[1]} stands behind {before[1]}" for before, after in itertools.pairwise(starts)
         if after[0] < before[0])


@test("every date is of a form read here")
def _():
    none(f"{event['id']}: {name}={date}" for event in EVENTS for name, date in dates_of(event)
         if not all(DATE.fullmatch(end) for end in ends(date) if end != "..") or ends(date)[0] == "..")


@test("every event has a source, and every source a publisher")
def _():
    none(event["id"] for event in EVENTS if not event.get("sources"))
    sources = [source for event in EVENTS for source in event["sources"]]
    same(len(sources), 411)
    none(source for source in sources if not source.get("publisher"))
    none(source for source in sources if set(source) - {"publisher", "title", "date", "url"})
    none(source for source in sources if not re.fullmatch(r"https?://\S+", source.get("url", "https://-")))
    none(source for source in sources if not DATE.fullmatch(source.get("date", "2000")))
    # Taken apart wrongly, an address or a date would stand in a name.
    none(source for source in sources if re.search(r"://|, \d{4}(-\d\d)*$", source["publisher"] + source.get("title", "")))


@test("no link goes forward in time, except part-of")
def _():
    none(f"{event['id']} {kind} {to}" for event, kind, to in links()
         if kind != "part-of" and earliest_start(event["date"]) < earliest_start(BY_ID[to]["date"]))


@test("every link leads to another event, and none stands twice")
def _():
    none(f"{event['id']} {kind} {to}" for event, kind, to in links() if to not in BY_ID or to == event["id"])
    none(link for link, times in collections.Counter((event["id"], kind, to) for event, kind, to in links()).items()
         if times > 1)


def dates_named(note):
    """The dates that a note on checking names, in figures or in words, as EDTF."""
    named = set(re.findall(r"\d{4}(?:-\d\d(?:-\d\d)?)?", note))
    month = "|".join(MONTHS)
    for day, name, year in re.findall(rf"(?:(\d\d?) )?\b({month}) (\d{{4}})", note):
        named.add(f"{year}-{MONTHS.index(name) + 1:02}" + (f"-{int(day):02}" if day else ""))
    return named


def was_seen(end, event):
    """By the rule of the checkers: the note names it, or it is the date or an end of it.

    A note that names a day also vouches for its month and its year."""
    own = {plain(other) for other in ends(event["date"]) if not mark(other)}
    named = dates_named(event["verification"]["note"]) | own
    return any(other == end or other.startswith(end + "-") for other in named)


@test("every phase date that was not seen carries ~ or ?")
def _():
    none(f"{event['id']}: {name}={end}" for event in EVENTS for name, date in event.get("phases", {}).items()
         for end in ends(date) if end != ".." and not mark(end) and not was_seen(end, event))


@test("the rule on phase dates finds what breaks it")
def _():
    event = {"date": "2014-05-07/2015-04~",
             "verification": {"note": "FCW (2014-06-20), AP of 3 July 2014, found in August 2014"}}
    expected = {
        "2014-05-07": True, "2014-06-20": True, "2014-06": True, "2014-07-03": True, "2014-07": True,
        "2014-08": True, "2014": True,
        "2014-05-08": False, "2014-08-01": False, "2015-04": False, "2015": False, "2014-1": False,
    }
    same({end: was_seen(end, event) for end in expected}, expected)


@test("a date that is only recalled is a month or a year, and its note says so of the phase")
def _():
    none(f"{event['id']}: {name}={end}" for event in EVENTS for name, date in event.get("phases", {}).items()
         for end in ends(date) if mark(end) == "~" and len(plain(end)) > 7)
    # "month of detection recalled", "start, end and detection recalled", "detection month recalled"
    phases = ("intrusion", "detection", "disclosure", "attribution", "remediation")
    recalled = [(event, phase) for event in EVENTS for phase in event.get("phases", {}) for clause in
                re.findall(r"[^;()]*recalled", event["verification"]["note"]) if phase in phases and phase in clause]
    assert len(recalled) >= 8, recalled
    none(f"{event['id']}: {phase}={event['phases'][phase]}" for event, phase in recalled
         if not re.search("[~?]", event["phases"][phase]))


@test("every actor named is in the table, and every one in the table is named or has parts")
def _():
    named = set()
    for event in EVENTS:
        attribution = event.get("attribution", {})
        named |= {actor["name"] for actor in event["actors"]}
        named |= {by["name"] for by in attribution.get("by", [])}
        named |= set(attribution.get("denied_by", []))
    wholes = {actor["part_of"] for actor in ACTORS.values() if "part_of" in actor}
    none((named | wholes) - set(ACTORS))
    none(set(ACTORS) - named - wholes)


@test("no actor is part of itself at any depth")
def _():
    for name in ACTORS:
        seen = []
        while name is not None:
            assert name not in seen, seen
            seen.append(name)
            name = ACTORS[name].get("part_of")


@test("titles, actors and story are in English and Chinese")
def _():
    texts = {"title": DATASET["title"], "description": DATASET["description"]}
    texts |= {event["id"]: event["title"] for event in EVENTS}
    texts |= {name: actor["name"] for name, actor in ACTORS.items()}
    for story in DATASET["stories"]:
        texts[story["id"]] = story["title"]
        for number, step in enumerate(story["steps"], 1):
            texts[f"step {number} title"] = step["title"]
            texts[f"step {number} text"] = step["text"]
    none(f"{where}: {text}" for where, text in texts.items()
         if not isinstance(text, dict) or set(text) != {"en", "zh-CN"} or not all(text.values()))
    # A title in the wrong slot would pass for a translation.
    none(f"{where}: {text['en']}" for where, text in texts.items() if re.search("[\u3400-\u9fff]", text["en"]))
    none(f"{where}: {text['zh-CN']}" for where, text in texts.items()
         if not re.search("[\u3400-\u9fff]", text["zh-CN"]))
    none(f"{event['id']}: {len(event['title']['en'])}" for event in EVENTS if len(event["title"]["en"]) > 70)


@test("the story: twelve steps that show what they select")
def _():
    same([story["id"] for story in DATASET["stories"]], ["briefing"])
    steps = DATASET["stories"][0]["steps"]
    same(len(steps), 12)
    none(name for step in steps for name in step["select"] if name not in BY_ID)
    outside = []
    for number, step in enumerate(steps, 1):
        kinds = step["view"]["query"].removeprefix("kind:").split(",")
        none((f"step {number}: {name}" for name in step["select"] if BY_ID[name]["kind"] not in kinds), "hidden")
        first, last = (plain(end) for end in ends(step["view"]["span"]))
        for name in step["select"]:
            start, end = ends(BY_ID[name]["date"])[0], ends(BY_ID[name]["date"])[-1]
            # As text, a prefix is neither before nor after what it begins.
            after = plain(start) > last and not plain(start).startswith(last)
            before = plain(end) < first and not first.startswith(plain(end))
            if after or before:
                outside.append((number, name))
        assert len(step["title"]["en"]) <= 60 and len(step["text"]["en"].split()) <= 45, number
        assert len(step["notes"].split()) <= 60, number
    same(outside, [(8, "eo-13636-ppd-21-2013"), (10, "limited-test-ban-treaty-1963")], "outside on purpose")


@test("coverage of the main sources")
def _():
    same(len(DATASET["coverage"]), 8)
    none(row for row in DATASET["coverage"]
         if not re.fullmatch(r"\d{4}(-\d\d)?/(\d{4}(-\d\d)?|\.\.)", row["span"]) or not row["source"])


@test("the file is UTF-8 as people read it")
def _():
    text = PATH.read_bytes().decode("utf-8")
    assert "\\u" not in text and "\r" not in text and "\t" not in text and text.endswith("}\n")
    none(line for line in text.splitlines() if line != line.rstrip())
    same(text.startswith('{\n  "format": "entente",\n  "version": 1,\n'), True)


@test("entente check finds no error and no warning")
def _():
    run = subprocess.run([os.environ["ENT_PROGRAM"], "check", PATH], stdout=subprocess.PIPE, text=True)
    same((run.returncode, run.stdout), (0, f"{PATH}: 175 events, 0 errors, 0 warnings\n"))


@test("the program carries the very file")
def _():
    run = subprocess.run(["gresource", "extract", os.environ["ENT_PROGRAM"],
                          "/io/github/entente/Entente/timelines/us-china-cyber.entente.json"],
                         stdout=subprocess.PIPE, check=True)
    same(run.stdout == PATH.read_bytes(), True, "the resource and the file differ")


if __name__ == "__main__":
    sys.exit(tap.run())
