#!/usr/bin/env python3
# test-colors.py: colours by any facet, the legend that filters, and the menus of lanes and events
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from plain import EVENTS, FACETS
from tap import same
from window import GLib, Program, test


def matching(program, count):
    text = f"{count} of {len(EVENTS)} events · " if count < len(EVENTS) else f"{len(EVENTS)} events · "
    program.until(lambda: program.first("label", re.compile("^" + re.escape(text))), f"a title of “{text}…”")


def having(facet, value):
    return sum(value in FACETS[facet](event) for event in EVENTS)


def linked_with(identifier):
    """What an event answers, what that answers and so on, and what answers it."""
    back = {event["id"]: {link["to"] for link in event.get("links", [])} for event in EVENTS}
    forth = {event: {other for other in back if event in back[other]} for event in back}
    found = set()
    for way in back, forth:
        seen = {identifier}
        new = [identifier]
        while new:
            new = [other for event in new for other in way[event] if other in way and other not in seen]
            seen.update(new)
        found |= seen
    return found


def legend(program):
    return program.first(name="Colors", role="panel") or next(
        (node for node, _ in program.walk() if node.name == "Colors" and node.all("push button")), None)


def entries(program):
    found = legend(program)
    return [button.name for button in found.all("push button")] if found else []


def color_by(program, facet):
    program.do("win.color-by", GLib.Variant("s", facet))


@test("no legend repeats what the lanes say, and one names the colours of anything else")
def _():
    program = Program()
    matching(program, len(EVENTS))
    assert not entries(program)
    color_by(program, "category")
    program.until(lambda: "Espionage" in entries(program), "the names of the colours")
    program.find("push button", "Colors: Category")
    color_by(program, "kind")
    program.until(lambda: not entries(program), "no legend")
    # Where lanes are of something else, the colours of the kinds are named.
    program.do("win.group-by", GLib.Variant("s", "target"))
    program.until(lambda: entries(program) == ["Incidents", "Meetings", "Statements"], lambda: str(entries(program)))
    # There is nothing to tell of greys.
    color_by(program, "none")
    program.until(lambda: not entries(program), "no legend of greys")
    # Each was a step.
    program.key("alt+Left")
    program.until(lambda: entries(program), "the legend again")
    program.quit()


@test("the legend filters, by pointer and by keys, and shows what is asked for")
def _():
    program = Program()
    color_by(program, "target")
    program.until(lambda: "United States" in entries(program), "the names of the colours")

    def button(name):
        return legend(program).find("push button", name)

    button("United States").click()
    matching(program, having("target", "US"))
    program.until(lambda: button("United States").has("pressed"),
                  "the button to be down")
    program.key("x")
    matching(program, len(EVENTS) - having("target", "US"))
    program.until(lambda: button("United States").description == "excluded", lambda: button("United States").description)
    program.key("o")
    matching(program, having("target", "US"))
    program.key("space")
    matching(program, len(EVENTS))
    # The colours stay whatever is shown, and are there when the program is started again.
    before = entries(program)
    button("China").click()
    matching(program, having("target", "CN"))
    same(entries(program), before)
    program.quit()
    again = Program(home=program.home)
    matching(again, having("target", "CN"))
    again.until(lambda: entries(again) == before, lambda: str(entries(again)))
    again.quit()


@test("the head of a lane has a menu")
def _():
    program = Program()
    matching(program, len(EVENTS))
    view = program.find(None, re.compile(r"^Timeline, "))
    x, y, _, _ = view.extents
    program.click(x + 60, y + 49, button=3)
    program.find("menu item", "Only This Lane").activate()
    matching(program, having("kind", "incident"))
    program.until(lambda: program.first("menu item", "Only This Lane") is None, "the menu to go")
    program.key("ctrl+z")
    matching(program, len(EVENTS))
    # What its other items do.
    program.do("win.exclude-lane", GLib.Variant("s", "incident"))
    matching(program, len(EVENTS) - having("kind", "incident"))
    program.do("win.move-lane", GLib.Variant("(si)", ("statement", -1)))
    program.until(lambda: program.find("push button", "Back").has("sensitive"), "a step of the history")
    program.quit()


@test("an event has a menu by keys, and what it is linked with can be shown alone")
def _():
    program = Program()
    matching(program, len(EVENTS))
    program.do("win.show-event", GLib.Variant("s", "opm-2014-2015-background-files"))
    program.find("heading", "OPM background-investigation files stolen")
    program.find(None, re.compile(r"^Timeline, ")).focus()
    program.key("shift+F10")
    program.find("menu item", "Only What It Is Linked With").activate()
    matching(program, len(linked_with("opm-2014-2015-background-files")))
    program.quit()


window.run()
