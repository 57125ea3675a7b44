#!/usr/bin/env python3
# test-moving.py: one moves about by dates, hits, markers and counts, without a mouse
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from bundled import EVENTS, title
from tap import same
from window import Program, test

ISOLATES = re.compile("[\u2066-\u2069]")


def window_event(name):
    return window.GLib.Variant("s", name)


def plain(text):
    return ISOLATES.sub("", text)


def timeline(program):
    return program.find(None, re.compile(r"^Timeline, "))


def shows(program, when):
    """The timeline says that this is in view."""
    program.until(lambda: timeline(program).name.endswith(", " + when),
                  lambda: f"{when} in view, got {timeline(program).name}")


def describes(program, what):
    view = timeline(program)
    program.until(lambda: what in plain(view.description), lambda: f"{what!r} in {plain(view.description)!r}")


@test("a date that is typed is said in words, and Enter goes there")
def _():
    program = Program()
    program.key("ctrl+j")
    entry = program.find("text", "Date")
    program.until(lambda: entry.has("focused"), "the focus on the date")
    program.type("2014-1")
    program.until(lambda: entry.description.startswith("character 7: expected"), lambda: entry.description)
    program.key("Return")
    assert program.first("text", "Date") is not None, "what is no date leads nowhere"
    program.type("1")
    program.until(lambda: entry.description == "November 2014", lambda: entry.description)
    program.key("Return")
    shows(program, "17 Sep 2014 – 14 Jan 2015")
    program.key("alt+Left")
    shows(program, "2013–2016")
    program.key("ctrl+j")
    program.type("1980s")
    program.until(lambda: entry.description == "1980s", lambda: entry.description)
    program.key("Escape")
    program.until(lambda: program.first("text", "Date") is None, "the way out")
    program.until(lambda: timeline(program).has("focused"), "the focus on the timeline")
    shows(program, "2013–2016")
    program.quit()


@test("full stop and comma go from hit to hit, and what is selected is fitted")
def _():
    program = Program()
    program.key("Home")
    describes(program, title(EVENTS[0]))
    program.key("period", "period")
    describes(program, title(EVENTS[2]))
    program.key("comma")
    describes(program, title(EVENTS[1]))
    before = timeline(program).name
    program.key("shift+f")
    program.until(lambda: timeline(program).name != before, "the selection fitted")
    program.quit()


def counts(program):
    return program.find("slider", "Counts over Time")


def says(program, node, text):
    program.until(lambda: node.description == text, lambda: f"{text!r}, but it says {node.description!r}")


@test("counts are read column by column, and Enter goes to those that are chosen")
def _():
    program = Program()
    strip = counts(program)
    says(program, strip, "2013–2016: 91 events, 1 of them only to the year")
    strip.focus()
    program.key("Right")
    says(program, strip, "Jan 2013: 1 event")
    program.key("Right", "Right")
    program.key("shift+Right", "shift+Right")
    says(program, strip, "Mar 2013 – May 2013: 6 events")
    program.key("Escape")
    says(program, strip, "2013–2016: 91 events, 1 of them only to the year")
    program.key("End", "shift+Left", "Return")
    shows(program, "Nov 2016 – Dec 2016")
    program.key("alt+Left")
    shows(program, "2013–2016")
    program.quit()


@test("a drag over the counts sets the span, and with Control narrows the query")
def _():
    program = Program()
    strip = counts(program)
    says(program, strip, "2013–2016: 91 events, 1 of them only to the year")
    x, y, width, height = strip.extents
    program.drag(x + width // 4 + 8, y + 20, x + width // 2 - 8, y + 30)
    shows(program, "2014")
    program.key("alt+Left")
    shows(program, "2013–2016")
    program.xdotool("keydown", "Control_L")
    program.drag(x + width // 4 + 8, y + 20, x + width // 2 - 8, y + 30)
    program.xdotool("keyup", "Control_L")
    says(program, strip, "2013–2016: 22 events, 1 of them only to the year")
    program.quit()


@test("counts are shown by a key, and on a phone not before")
def _():
    program = Program(size=(360, 720))
    timeline(program)
    assert program.first("slider", "Counts over Time") is None, "there is no room"
    program.key("ctrl+h")
    says(program, counts(program), "2013–2016: 91 events, 1 of them only to the year")
    program.key("ctrl+h")
    program.until(lambda: program.first("slider", "Counts over Time") is None, "no counts")
    program.quit()


def marked(program, text):
    """The timeline says this of its markers, at the end."""
    view = timeline(program)
    program.until(lambda: plain(view.description).endswith(text), lambda: f"{text!r} after {plain(view.description)!r}")


@test("markers are set, moved and taken away by keys, and the time between them is said")
def _():
    program = Program()
    timeline(program).focus()
    program.do("win.show-event", window_event("opm-2014-2015-background-files"))
    program.key("a")
    marked(program, "Marker A: 7 May 2014")
    program.do("win.show-event", window_event("anthem-breach"))
    program.key("b")
    marked(program, "between them")
    said = plain(timeline(program).description)
    assert re.search(r"Marker A: 7 May 2014; marker B: .*; .* between them$", said), said
    program.key("ctrl+shift+Right")
    marked(program, "between them")
    program.key("shift+b")
    marked(program, "Marker A: 7 May 2014")
    program.key("shift+a")
    program.until(lambda: "Marker" not in timeline(program).description, "no marker")
    program.quit()


@test("markers and counts are found again as they were left")
def _():
    program = Program()
    view = timeline(program)
    view.focus()
    program.do("win.show-event", window_event("opm-2014-2015-background-files"))
    program.key("a", "ctrl+shift+Right", "ctrl+h")
    marked(program, "between them")
    said = plain(view.description)
    program.quit()
    again = Program(home=program.home)
    marked(again, said[said.index("Marker A"):])
    assert again.first("slider", "Counts over Time") is None, "they were put away"
    # Of another event, or of none, is where they stand.
    again.key("Escape")
    marked(again, said[said.index("Marker A"):])
    again.quit()


@test("a marker is dragged by its flag")
def _():
    program = Program()
    view = timeline(program)
    view.focus()
    # The pointer is where xdotool leaves it: in the middle of the timeline.
    x, y, width, height = view.extents
    program.move(x + width // 2, y + height - 20)
    program.key("a")
    program.until(lambda: "Marker A" in view.description, "a marker")
    before = view.description
    program.drag(x + width // 2, y + 50, x + width // 4, y + 60)
    program.until(lambda: view.description != before and "Marker A" in view.description, "it elsewhere")
    program.quit()


if __name__ == "__main__":
    window.run()
