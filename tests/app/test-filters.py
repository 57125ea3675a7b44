#!/usr/bin/env python3
# test-filters.py: the filter pane, by keyboard and as a screen reader has it
#
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import re

import window
from plain import EVENTS, FACETS
from tap import same
from window import Program, test


def bare(text):
    return re.sub("[\u2066-\u2069]", "", text)


def search(program, query=None):
    """Asks a query by hand; the pane."""
    program.key("ctrl+f")
    pane = program.find(name="Filters").program
    entry = program.find(name="Search and filter")
    program.until(lambda: any(node.has("focused") for node, _ in entry.walk()), "the search to take the keys")
    if query is not None:
        program.key("ctrl+a", "Delete")
        program.type(query)
    return pane


def matching(program, count):
    """Waits until so many events match, as the title says."""
    text = f"{count} of {len(EVENTS)} events · " if count < len(EVENTS) else f"{len(EVENTS)} events · "
    program.until(lambda: program.first("label", re.compile("^" + re.escape(text))), f"a title of “{text}…”")


def chips(program):
    group = program.first(name="Conditions")
    return [chip.name for chip in group.all("push button")][:None] if group else []


def has_chips(program, *names):
    def said():
        return [name for name in chips(program) if name != "Clear All"]
    program.until(lambda: said() == list(names), lambda: f"chips {names}, got {said()}")


def tick(program, name):
    """Presses the box of a value: further on in the row, there is "only" now."""
    found = row(program, name)
    x, y, _, height = found.extents
    program.click(x + 14, y + height // 2)


def row(program, name):
    """The row of a value, whatever its count."""
    return program.find("check box", re.compile("^" + re.escape(name) + ","))


def count(facet, *conditions):
    return collections.Counter(value for event in EVENTS if all(condition(event) for condition in conditions)
                               for value in FACETS[facet](event))


def events(*conditions):
    return sum(all(condition(event) for condition in conditions) for event in EVENTS)


def is_meeting(event):
    return event["kind"] == "meeting"


def is_severe(event):
    return event["severity"] >= 4


def has_actor(name):
    return lambda event: name in FACETS["actor"](event)


@test("what is typed is asked, said in chips, counted and followed by the title")
def _():
    program = Program()
    search(program, "kind:meeting severity>=4")
    matching(program, events(is_meeting, is_severe))
    has_chips(program, "Meetings", "Severity 4–5")
    found = count("kind", is_severe)
    for word, name in ("incident", "Incidents"), ("meeting", "Meetings"), ("statement", "Statements"):
        program.find("check box", f"{name}, {found[word]} events")
    assert row(program, "Meetings").has("checked")
    assert not row(program, "Incidents").has("checked")
    # Enter goes to the first hit.
    program.key("Return")
    program.until(lambda: not program.find(name="Search and filter").has("focused"), "the picture to take the keys")
    program.quit()


@test("a value is ticked, taken alone, excluded and let in again")
def _():
    program = Program()
    search(program)
    tick(program, "Meetings")
    matching(program, events(is_meeting))
    has_chips(program, "Meetings")
    assert row(program, "Meetings").has("checked")
    tick(program, "Incidents")
    matching(program, events(lambda e: e["kind"] in ("meeting", "incident")))
    tick(program, "Incidents")
    matching(program, events(is_meeting))
    tick(program, "Meetings")
    matching(program, len(EVENTS))
    has_chips(program)
    # The same by keys: only, exclude, and once more.
    program.key("o")
    matching(program, events(is_meeting))
    program.key("x")
    matching(program, events(lambda e: not is_meeting(e)))
    has_chips(program, "Not Meetings")
    program.find("check box", re.compile(r"^Meetings, \d+ events, excluded$"))
    program.key("space")
    matching(program, len(EVENTS))
    # Each was a step.
    program.key("ctrl+z")
    matching(program, events(lambda e: not is_meeting(e)))
    program.key("ctrl+z")
    matching(program, events(is_meeting))
    program.quit()


@test("of several values any or all can be asked")
def _():
    program = Program()
    search(program, "actor:US,CN")
    either = events(lambda e: has_actor("US")(e) or has_actor("CN")(e))
    both = events(has_actor("US"), has_actor("CN"))
    matching(program, either)
    has_chips(program, "United States, China")
    program.find("check box", f"China, {count('actor')['CN']} events")
    section = program.find(name="Actor")
    section.find("push button", "All").activate()
    matching(program, both)
    program.find("check box", f"China, {both} events")
    section.find("push button", "Any").activate()
    matching(program, either)
    section.find("push button", "Target").activate()
    found = count("target", lambda e: has_actor("US")(e) or has_actor("CN")(e))
    program.find("check box", f"United States, {found['US']} events")
    program.quit()


@test("severity and dates move by keys")
def _():
    program = Program()
    search(program)
    program.find("slider", "Least severity").focus()
    program.key("Right", "Right", "Right")
    matching(program, events(is_severe))
    has_chips(program, "Severity 4–5")
    program.find("slider", "Greatest severity").focus()
    program.key("Home")
    matching(program, events(lambda e: e["severity"] == 4))
    has_chips(program, "Severity 4")
    entry = program.find(name="Dates").find(name="Dates")
    program.find("slider", "Until").focus()
    program.key("Tab")
    program.type("2015/2016")
    program.key("Return")
    program.until(lambda: "2015–2016" in chips(program), lambda: f"the dates among {chips(program)}")
    program.key("ctrl+a")
    program.type("2015-13")
    program.key("Return")
    program.find("label", re.compile("month"))
    assert entry is not None
    program.quit()


@test("what cannot be read is said, and what was found stays")
def _():
    program = Program()
    search(program, "kind:meeting")
    matching(program, events(is_meeting))
    program.type(" knid:x")
    program.find("label", re.compile("kind"))
    program.until(lambda: any("knid" in label.name and "kind" in label.name for label in program.all("label")),
                  "a word about the fault")
    same(chips(program)[0], "Meetings")
    program.key("ctrl+a")
    program.type("cyber norms")
    program.until(lambda: chips(program)[:2] == ["“cyber”", "“norms”"], lambda: f"two words, got {chips(program)}")
    program.until(lambda: not any("knid" in label.name for label in program.all("label")), "the fault to be gone")
    program.quit()


@test("a chip goes by its key, and all of them at once")
def _():
    program = Program()
    search(program, "kind:meeting severity>=4 (cyber OR norms)")
    program.until(lambda: len(chips(program)) == 4, lambda: f"three chips, got {chips(program)}")
    same(chips(program)[2], "cyber OR norms")
    program.key("Down")
    program.until(lambda: program.first("push button", "Meetings").has("focused"), "the first chip to have the focus")
    program.key("Delete")
    program.until(lambda: len(chips(program)) == 3, "one chip less")
    program.until(lambda: program.first("push button", "Severity 4–5").has("focused"), "the next to have the focus")
    program.find("push button", "Clear All").activate()
    matching(program, len(EVENTS))
    has_chips(program)
    program.quit()


@test("where nothing matches it is said what each condition keeps away")
def _():
    program = Program()
    search(program, "kind:meeting severity:5 actor:KP date:2013/2016")
    matching(program, 0)
    program.find("heading", "No Event Matches")
    program.find("push button", "Without Severity 5: still none")
    without = program.find("push button", re.compile(r"^Without North Korea: \d+ events?$"))
    found = int(re.search(r": (\d+)", without.name).group(1))
    program.find("push button", re.compile(r"^Without Meetings: \d+ events?$"))
    without.activate()
    matching(program, found)
    program.until(lambda: program.first("heading", "No Event Matches") is None, "the events to be back")
    program.key("ctrl+z")
    program.find("push button", "Clear All Filters").activate()
    matching(program, len(EVENTS))
    program.quit()


@test("the filter and its pane are found as they were left")
def _():
    program = Program()
    search(program, "kind:meeting")
    matching(program, events(is_meeting))
    program.find("push button", "Sector").activate()
    program.find("push button", "Category").activate()
    program.until(lambda: program.first("check box", re.compile("^Espionage,")) is None, "the category to be folded")
    program.quit()
    again = Program(home=program.home)
    matching(again, events(is_meeting))
    has_chips(again, "Meetings")
    assert row(again, "Meetings").has("checked")
    again.find("push button", "Sector").has("expanded")
    same(again.first("check box", re.compile("^Espionage,")), None)
    again.key("F9")
    again.until(lambda: again.first("check box") is None, "the panes to be put away")
    again.key("F9")
    has_chips(again, "Meetings")
    again.quit()


@test("a filter is saved by a name, asked again, and deleted with a way back")
def _():
    program = Program()
    search(program, "kind:meeting severity>=4")
    matching(program, events(is_meeting, is_severe))
    program.find("push button", "Saved Filters and More").find("push button", "Saved Filters and More").activate()
    program.find("text", "Name of this filter").focus()
    program.type("Grave talks")
    program.key("Return")
    program.find("push button", "Grave talks")
    program.find("push button", "Clear All Filters").activate()
    matching(program, len(EVENTS))
    program.find("push button", "Saved Filters and More").find("push button", "Saved Filters and More").activate()
    program.find("push button", "Grave talks").activate()
    matching(program, events(is_meeting, is_severe))
    program.find("push button", "Saved Filters and More").find("push button", "Saved Filters and More").activate()
    program.find("push button", "Delete “Grave talks”").activate()
    program.until(lambda: program.first("push button", "Grave talks") is None, "the filter to be gone")
    program.find("push button", re.compile("Undo$")).activate()
    program.find("push button", "Saved Filters and More").find("push button", "Saved Filters and More").activate()
    program.find("push button", "Grave talks")
    program.key("Escape")
    program.until(lambda: program.first("push button", "Grave talks") is None, "the menu to be gone")
    program.quit()


@test("what has phases, links and the like is asked as well")
def _():
    program = Program()
    search(program)
    program.find("push button", "Has").activate()
    phases = events(lambda e: e.get("phases"))
    program.find("check box", f"Phases, {phases} events")
    row(program, "Phases").focus()
    program.key("space")
    matching(program, phases)
    has_chips(program, "Has: Phases")
    program.find("push button", "Not on the Timeline").activate()
    program.find("label", "All events that match have a place on the timeline.")
    program.quit()


@test("the keyboard alone is enough")
def _():
    program = Program()
    search(program)
    program.until(lambda: row(program, "Meetings"), "the pane")
    row(program, "Incidents").focus()
    program.key("Down")
    program.until(lambda: row(program, "Meetings").has("focused"), "the next value to have the focus")
    program.key("Return")
    matching(program, events(is_meeting))
    # Tab goes on to the next section, not to the next value.
    program.key("Tab")
    program.until(lambda: program.first("push button", "Category").has("focused"), "the next section to have the focus")
    program.key("Escape")
    program.until(lambda: not program.first("push button", "Category").has("focused"), "the picture to have the keys")
    program.quit()


@test("on a narrow window the filters are a sheet")
def _():
    program = Program(size=(360, 720))
    search(program, "kind:meeting")
    has_chips(program, "Meetings")
    same(list(window.misnamed(program)), [])
    program.key("Escape")
    program.until(lambda: program.first("check box") is None, "the sheet to be gone")
    program.quit()


window.run()
