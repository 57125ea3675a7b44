#!/usr/bin/env python3
# test-compare.py: what was before an event and what after it, by keys and clicks
#
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re

import window
from files import make_file
from tap import none
from window import Program, misnamed, test


def event(name, kind, date, **more):
    return {"id": name, "title": f"Event {name}", "kind": kind, "date": date} | more


EVENTS = [event("pivot", "meeting", "2015-06-15"), event("long", "incident", "2010/2014", severity=3),
          *[event(f"b{i}", "incident", f"2014-{i + 1:02}-10", severity=3) for i in range(8)],
          *[event(f"a{i}", "incident", f"2016-0{i + 1}", severity=4) for i in range(2)],
          event("s", "statement", "2014-12-24"), event("edge", "statement", "2013-06"),
          event("none", "statement", "not a date")]
CONTENT = {"format": "entente", "version": 1, "title": "Compared", "language": "en", "events": EVENTS}


def compare(name="compared.entente.json", **options):
    """The program with the page, about the pivot."""
    program = Program(make_file(name, CONTENT), **options)
    select(program, "pivot")
    program.key("ctrl+b")
    program.find("push button", re.compile("^All events, before: "))
    return program


def select(program, name):
    program.do("win.show-event", window.GLib.Variant("s", name))
    program.find("heading", f"Event {name}")


@test("the page tells what was counted, on which dates, in a table with a name for all that can be pressed")
def _():
    program = compare()
    program.find("push button", "All events, before: 9–10 events, 4.50–5.00 a year")
    table = program.find("table", "Before and after")
    table.find(name="Incidents")
    table.find("push button", re.compile("^Incidents, after: 2 events"))
    table.find("label", "too few to say")
    program.find("label", "Before: 15 June 2013 – 14 June 2015\nAfter: 16 June 2015 – 15 June 2017")
    program.find("label", "Counted: all 15 events, by when they occurred")
    program.find("label", re.compile("need not have come of it"))
    none(misnamed(program.find("filler", "Before and After")))
    program.quit()


@test("the window is one of four, or any other, and what it cannot be is said")
def _():
    program = compare()
    program.find("push button", "1 Year").activate()
    program.find("push button", re.compile("^All events, before: 3 events, 3.00 a year"))
    entry = program.find("text", "Duration")
    entry.click()
    program.key("ctrl+a")
    program.type("2 years")
    program.find(name=re.compile("expected “P”, as in P2Y or P1Y6M"))
    program.find("push button", re.compile("^All events, before: 3 events"))
    program.key("ctrl+a")
    program.type("P5Y")
    program.find("push button", re.compile("^All events, before: 10–11 events, 2.00–2.20 a year"))
    program.quit()


@test("the table is by kind, category, pair or severity")
def _():
    program = compare()
    program.find("push button", "Severity").activate()
    program.find("push button", re.compile("^3, before: 8 events"))
    program.until(lambda: not program.all("push button", re.compile("^Incidents, ")), "no kinds any more")
    program.quit()


@test("a count leads to the events that were counted, and to no others")
def _():
    program = compare()
    program.find("push button", re.compile("^Incidents, before: 8 events")).activate()
    # One that lasted into the window began before it, and does not count.
    program.find(name=re.compile("^8 of 15 events"))
    program.find("list", re.compile("^Timeline, "))
    program.key("ctrl+3")
    program.find("label", re.compile("^Counted: 8 events that match "))
    program.find("push button", "Count All").activate()
    program.find("label", re.compile("^Counted: all 15 events"))
    program.quit()


@test("it follows the query, and leads back to the event; another event can be chosen")
def _():
    program = compare()
    program.key("ctrl+f")
    entry = program.find(name="Search and filter")
    program.until(lambda: any(node.has("focused") for node, _ in entry.walk()), "the search to take the keys")
    program.type("kind:statement")
    program.find("push button", re.compile("^All events, before: 1–2 events"))
    program.find("label", re.compile("^Counted: 3 events that match kind:statement"))
    program.find("push button", re.compile("^Event pivot")).activate()
    program.find("list", re.compile("^Timeline, "))
    select(program, "s")
    program.find("push button", "Compare Before and After").activate()
    program.find("push button", re.compile("^Event s"))
    program.quit()


@test("without an event that can be compared, it is said what to do, or why not")
def _():
    program = Program(make_file("compared.entente.json", CONTENT))
    program.key("ctrl+3")
    program.find("heading", "Choose an Event")
    program.key("Escape")
    program.find("list", re.compile("^Timeline, "))
    select(program, "none")
    program.key("ctrl+b")
    program.find("heading", "Nothing to Compare")
    program.find("label", re.compile("^The event has no date that can be placed in time"))
    program.quit()


@test("the table is copied, and exported as a picture")
def _():
    program = compare()
    program.find("push button", "Copy as a Table").activate()
    program.find(name="Table copied")
    program.find("push button", "Export as a Picture").activate()
    path = pathlib.Path(program.home["XDG_STATE_HOME"]) / "compared.svg"
    entry = program.find("text", re.compile("Name"))
    program.until(lambda: entry.has("focused"), "the focus on the name")
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")
    program.until(path.exists, "the picture")
    assert "Event pivot" in path.read_text(encoding="utf-8")
    program.find(name="Written: compared.svg")
    program.quit()


@test("it is whole in a narrow window")
def _():
    program = compare(size=(360, 720))
    for button in program.find("table", "Before and after").all("push button"):
        x, _, width, _ = button.extents
        assert x >= 0 and x + width <= 360, (button.name, button.extents)
    program.key("Escape")
    program.find("list", re.compile("^Timeline, "))
    program.quit()


if __name__ == "__main__":
    window.run()
