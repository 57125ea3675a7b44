#!/usr/bin/env python3
# test-details.py: the details as one walks them, with keys and through a screen reader
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import time

import window
from bundled import EVENTS, title
from tap import same
from window import Program, test


def first_with_links():
    """The first event in time that something is linked with, and that has a source with an address."""
    linked = {link["to"] for event in EVENTS for link in event.get("links", [])}
    return next(event for event in EVENTS if event["id"] in linked and event["sources"][0].get("url"))


def go_to(program, event):
    """Walks along the timeline, one event a key."""
    x, y, width, _ = program.find("list", re.compile("^Timeline, ")).extents
    program.click(x + width // 2, y + 10)
    program.key("Home", *["Right"] * EVENTS.index(event))
    program.find("heading", title(event))


def tab_to(program, node):
    """Goes on with the Tab key until it comes to a node."""
    for _ in range(30):
        if node.has("focused"):
            return
        program.key("Tab")
        time.sleep(0.1)
    raise AssertionError(f"the keyboard does not lead to {node}")


def titles_shown(program):
    return [node.name for node in program.all("heading") if node.name not in
            ("Phases", "Actors", "Attribution", "Quote", "Links", "Sources", "Verification", "Context")]


@test("with nothing selected it says what to do")
def _():
    program = Program()
    program.find("label", "Select an event to see its details")
    program.close()


@test("a link is walked with the keyboard, and back")
def _():
    event = first_with_links()
    program = Program()
    go_to(program, event)
    row = program.find("list", "Links").find("list item", re.compile("^After, "))
    tab_to(program, row)
    target = row.name
    program.key("Return")
    program.until(lambda: titles_shown(program) != [title(event)], "another event")
    same([there in target for there in titles_shown(program)], [True])
    # Who walks along links goes on from there.
    program.until(lambda: any(node.has("focused") for node in program.find("list", "Links").all("list item")),
                  "a link of the event arrived at to be in focus")
    program.key("alt+Left")
    program.find("heading", title(event))
    program.close()


@test("an address is shown in full before it is opened")
def _():
    event = first_with_links()
    url = event["sources"][0]["url"]
    program = Program()
    go_to(program, event)
    row = program.find("list", "Sources").find("list item")
    assert row.name.endswith(url), row.name
    tab_to(program, row)
    program.key("Return")
    program.find("label", "Open this address?")
    program.find("label", url)
    for name in ("Cancel", "Copy", "Open"):
        # libadwaita says it twice.
        program.find("push button", re.compile(rf"\b{name}$"))
    program.key("Escape")
    program.until(lambda: program.first("label", "Open this address?") is None, "the question to go")
    program.close()


@test("a citation is copied, and that is said")
def _():
    program = Program()
    go_to(program, EVENTS[0])
    program.key("ctrl+c")
    program.find("label", "Citation copied")
    program.close()


if __name__ == "__main__":
    window.run()
