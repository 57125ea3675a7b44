#!/usr/bin/env python3
# test-events.py: events are found by keys and by the pointer, and their details are right
#
# SPDX-License-Identifier: GPL-3.0-or-later
import random
import re

import window
from bundled import EVENTS, date_is_told, first_source, title
from picture import Picture
from tap import same
from window import Program, test

SEED = 20150925
N_EVENTS = 10

# As the light theme has them, for what is found by its colour.
ACCENT = "#1a68c7"
KINDS = {"incident": "#9c1c33", "meeting": "#2b79bf", "statement": "#bd8418"}
ISOLATES = re.compile("[\u2066-\u2069]")


def plain(text):
    return ISOLATES.sub("", text)


def timeline(program):
    return program.find(None, re.compile(r"^Timeline, "))


def shown_title(details):
    """What the details are of."""
    heading = details.first("heading")
    return heading and plain(heading.text)


def check_details(details, event):
    """The details show this event: its title, its date in words, and its first source."""
    details.program.until(lambda: shown_title(details) == title(event),
                          lambda: f"the details of {title(event)!r}, got {shown_title(details)!r}")
    said = [(node.role, plain(node.text)) for node, _ in details.walk()]
    labels = [text for role, text in said if role == "label"]
    assert any(date_is_told(event["date"], text) for text in labels), \
        f"{title(event)}: the date {event['date']} is not in {labels}"
    sources = [plain(node.name) for node in details.find("list", "Sources").all("list item")]
    assert first_source(event) in sources[0], f"{title(event)}: {first_source(event)!r} is not the first of {sources}"


def chosen(seed):
    """Ten events, in time order."""
    print(f"# seed {seed}")
    return sorted(random.Random(seed).sample(range(len(EVENTS)), N_EVENTS))


def focus_timeline(program):
    found = timeline(program)
    found.focus()
    return found


def is_in_focus(view, event):
    return title(event) in plain(view.description)


@test("the checks of a date see what is missing and what is too much")
def _():
    for edtf, text, right in (
            ("2014-05-07/2015-04-15", "7 May 2014 – 15 April 2015", True),
            ("2014-05-07/2014-05-09", "7–9 May 2014", True),
            ("2014-05", "May 2014", True), ("2014-05", "7 May 2014", False), ("2014-05-07", "May 2014", False),
            ("2021~/..", "since about 2021", True), ("2021", "2020", False), ("2014-05-07", "7 June 2014", False)):
        same(date_is_told(edtf, text), right, f"{edtf} as {text!r}")


@test("the arrow keys walk from the first event to the last in time order, and the details follow")
def _():
    program = Program()
    view = focus_timeline(program)
    details = program.find("filler", "Details")
    program.key("Home")
    program.until(lambda: is_in_focus(view, EVENTS[0]), lambda: f"the first event, got {view.description!r}")
    at = 0
    for index in chosen(SEED):
        if index > at:
            program.key(*["Right"] * (index - at))
        at = index
        program.until(lambda: is_in_focus(view, EVENTS[index]),
                      lambda: f"event {index}, {title(EVENTS[index])!r}, got {view.description!r}")
        check_details(details, EVENTS[index])
    program.key("End")
    program.until(lambda: is_in_focus(view, EVENTS[-1]), lambda: f"the last event, got {view.description!r}")
    program.key("Left")
    program.until(lambda: is_in_focus(view, EVENTS[-2]), lambda: f"the last but one, got {view.description!r}")
    program.quit()


def find_mark(program, view, event):
    """Where the mark of the event in focus is: in the ring round it, what has the colour of its kind."""
    picture = Picture(program.desktop.pictures[program.display["DISPLAY"]])
    ring = list(picture.find(ACCENT, view.extents))
    if len(ring) < 20:
        return None
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    if right - left > view.extents[2] - 20 and bottom - top > view.extents[3] // 2:
        return None
    rows = {}
    for x, y in picture.find(KINDS[event["kind"]], (left, top, right - left, bottom - top)):
        rows.setdefault(x, []).append(y)
    if not rows:
        return None
    # Bars are lower than marks.
    height = max(max(ys) - min(ys) for ys in rows.values())
    mark = sorted(x for x, ys in rows.items() if max(ys) - min(ys) >= height - 1)
    middle = mark[len(mark) // 2]
    return middle, (min(rows[middle]) + max(rows[middle])) // 2


@test("a click on its mark selects an event, and the details follow")
def _():
    program = Program()
    view = focus_timeline(program)
    details = program.find("filler", "Details")
    program.key("Home")
    at = 0
    for index in chosen(SEED + 1):
        event = EVENTS[index]
        program.key("Home", *["Right"] * index)
        program.until(lambda: is_in_focus(view, event), lambda: f"{title(event)!r}, got {view.description!r}")
        program.key("Return")
        # A card of what the pointer happens to be on would cover it.
        program.move(2, 2)
        places = []

        def has_come_to_rest():
            places.append(find_mark(program, view, event))
            return places[-1] is not None and places[-5:] == [places[-1]] * 5
        program.until(has_come_to_rest, lambda: f"the mark of {title(event)!r}, last seen at {places[-1]}")
        program.key("Escape")
        program.until(lambda: shown_title(details) != title(event), "the end of the selection")
        program.click(*places[-1])
        check_details(details, event)
    program.quit()


if __name__ == "__main__":
    window.run()
