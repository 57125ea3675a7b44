#!/usr/bin/env python3
# test-health.py: the page of data health, by keys and clicks
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import time

import window
from files import make_file, timeline
from tap import none, same
from window import Program, misnamed, test

PLANTED = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "tests" / "data" / "planted-faults.entente.json"


@test("the page tells all that check --report tells, by concern, with a name for all that can be pressed")
def _():
    program = Program(PLANTED)
    program.key("ctrl+4")
    page = program.find(name="Data Health")
    program.find(name="19 findings · 33 of 68 events")
    findings = program.find("list", "Findings")
    findings.find(name=re.compile(r"^Wrong\. It cannot be"))
    findings.find("push button", re.compile("^2 events end before they start. The end lies"))
    findings.find(name="Mail read at the harbour office, February 2015 · detection 2015-01-20 before intrusion 2015-02")
    none(misnamed(page))
    program.quit()


@test("an event is selected by a click and by keys, and told in the details")
def _():
    program = Program(PLANTED)
    program.key("ctrl+4")
    program.find("list", "Findings").find(name=re.compile("^Mail read at the harbour office")).click()
    program.find("heading", "Mail read at the harbour office")
    program.find("list", "Findings")
    program.key("Down", "Return")
    program.find("heading", "Ledgers copied at the customs house")
    program.key("Escape")
    program.find("list", re.compile("^Timeline, "))
    program.until(lambda: not program.all("list", "Findings"), "no findings any more")
    program.quit()


@test("Show makes a query of the events of a finding and of no others")
def _():
    program = Program(PLANTED)
    program.key("ctrl+4")
    program.find("push button", "Show: 2 events have phases that cannot have come in this order").activate()
    program.find(name=re.compile("^2 of 68 events"))
    program.find("list", re.compile("^Timeline, "))
    program.key("ctrl+4")
    program.find("push button", "Show: 2 links lead to no other event").activate()
    program.find(name=re.compile("^1 of 68 events"))
    program.key("alt+Left", "alt+Left", "alt+Left", "alt+Left")
    program.find(name=re.compile("^68 events"))
    program.quit()


@test("a finding folds and unfolds, and stays so when the file has changed; what is mended is gone")
def _():
    content = json.loads(PLANTED.read_text(encoding="utf-8"))
    path = make_file("mended.entente.json", content)
    program = Program(path)
    program.key("ctrl+4")
    fold = program.find("push button", re.compile("^2 events have phases"))
    program.find(name=re.compile("^Mail read at the harbour office, "))
    fold.activate()
    program.until(lambda: not program.all(name=re.compile("^Mail read at the harbour office, ")), "no visit")
    content["events"] = [event for event in content["events"] if event.get("id") != "disclosed-unseen"]
    time.sleep(0.01)
    path.write_text(json.dumps(content), encoding="utf-8")
    program.find("push button", re.compile("^1 event has phases"))
    same(program.all(name=re.compile("^Mail read at the harbour office, ")), [])
    program.quit()


@test("where nothing is found, that is said, and what it does not mean")
def _():
    events = timeline("All is well", 2014, 2015)
    for event in events["events"]:
        event["sources"] = [{"publisher": "P", "title": "T", "url": "https://example.org"}]
    program = Program(make_file("well.entente.json", events))
    program.key("ctrl+4")
    program.find("heading", "Nothing Found")
    program.find(name="0 findings · 0 of 2 events")
    program.key("Escape")
    program.find("list", re.compile("^Timeline, "))
    program.quit()


@test("the problems of a file lead to it, and the menu does")
def _():
    program = Program(PLANTED)
    program.do("win.show-problems")
    program.find("push button", "Data Health").activate()
    program.find("list", "Findings")
    program.key("ctrl+1")
    program.until(lambda: not program.all("list", "Findings"), "no findings any more")
    program.key("F10")
    program.find("menu item", "Data Health").activate()
    program.find("list", "Findings")
    program.quit()


@test("it is whole in a narrow window, and choosing an event opens what there is to say of it")
def _():
    program = Program(PLANTED, size=(360, 720))
    program.key("ctrl+4")
    row = program.find("list", "Findings").find(name=re.compile("^Mail read at the harbour office"))
    x, _, width, _ = row.extents
    assert x >= 0 and x + width <= 360, row.extents
    row.click()
    program.find("heading", "Mail read at the harbour office")
    program.quit()


if __name__ == "__main__":
    window.run()
