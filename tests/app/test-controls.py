#!/usr/bin/env python3
# test-controls.py: whatever can be used has a name for those who do not see it
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from tap import none
from window import Program, test

# What is used by pressing, choosing or typing, whether or not the keyboard leads there.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "menu item", "check menu item",
            "radio menu item", "combo box", "slider", "spin button", "text", "entry", "link", "page tab"}


def nameless(node):
    """The controls in view without a name, each with the way to it."""
    way = []
    for found, depth in node.walk():
        way[depth:] = [f"{found.role} {found.name!r}"]
        if found.name or not (found.has("focusable") or found.role in CONTROLS):
            continue
        # The keyboard comes to a pane that scrolls only when there is nothing in it to come to.
        if found.role == "scroll pane" and any(below.has("focusable") for below, _ in found.walk() if below is not found):
            continue
        yield " > ".join(way[1:])


def control(program, name):
    """The one that the keyboard leads to: a button with a menu is two for a screen reader."""
    return program.until(lambda: next((node for node in program.all(name=name) if node.has("focusable")), None),
                         f"a control called {name}")


def opens_menu(program, name, item):
    control(program, name).activate()
    program.find("menu item", item)
    found = list(nameless(program))
    program.key("Escape")
    program.until(lambda: not program.first("menu item", item), f"the end of the menu {name}")
    return found


@test("the checks see a control without a name")
def _():
    class Fake:
        def __init__(self, role, name="", focusable=False, children=()):
            self.role, self.name, self.focusable, self.children = role, name, focusable, children

        def has(self, _):
            return self.focusable

        def walk(self, depth=0):
            yield self, depth
            for child in self.children:
                yield from child.walk(depth + 1)

    tree = Fake("application", "entente", children=[
        Fake("push button", "Open"), Fake("push button"), Fake("panel"), Fake("panel", focusable=True),
        Fake("scroll pane", focusable=True), Fake("scroll pane", focusable=True, children=[Fake("link", "here", True)])])
    found = list(nameless(tree))
    assert found == ["push button ''", "panel ''", "scroll pane ''"], found


@test("on the timeline")
def _():
    program = Program()
    control(program, "Timeline")
    none(nameless(program), "without a name")


@test("on the list")
def _():
    program = Program()
    control(program, "List").activate()
    none(nameless(program), "without a name")


@test("in the menus")
def _():
    program = Program()
    none(opens_menu(program, "Main Menu", "New Window"), "without a name")


@test("on a phone")
def _():
    program = Program(size=(360, 720))
    none(nameless(program), "without a name")
    none(opens_menu(program, "Main Menu", re.compile("New Window|Timeline")), "without a name")


if __name__ == "__main__":
    window.run()
