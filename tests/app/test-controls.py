#!/usr/bin/env python3
# test-controls.py: whatever can be used has a name for those who do not see it
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from files import large_file, make_file, start_slowly
from tap import none
from window import GLib, Program, misnamed, test

def control(program, name):
    """The one that the keyboard leads to: a button with a menu is two for a screen reader."""
    return program.until(lambda: next((node for node in program.all(name=name) if node.has("focusable")), None),
                         f"a control called {name}")


def opens_menu(program, name, item):
    control(program, name).activate()
    program.find("menu item", item)
    found = list(misnamed(program))
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
        Fake("push button", "Open"), Fake("push button", "_Open Open"), Fake("push button"), Fake("panel"), Fake("panel", focusable=True),
        Fake("scroll pane", focusable=True), Fake("scroll pane", focusable=True, children=[Fake("link", "here", True)])])
    found = list(misnamed(tree))
    assert found == ["push button '_Open Open'", "push button ''", "panel ''", "scroll pane ''"], found


@test("on the timeline")
def _():
    program = Program()
    control(program, "Timeline")
    none(misnamed(program), "without a right name")


@test("on the list")
def _():
    program = Program()
    control(program, "List").activate()
    none(misnamed(program), "without a right name")


@test("in the menus")
def _():
    program = Program()
    none(opens_menu(program, "Main Menu", "New Window"), "without a right name")


@test("on a phone")
def _():
    program = Program(size=(360, 720))
    none(misnamed(program), "without a right name")
    none(opens_menu(program, "Main Menu", re.compile("New Window|Timeline")), "without a right name")


@test("on the page of a file that cannot be opened")
def _():
    program = Program("/nowhere/none.json")
    program.find("push button", re.compile("Another"))
    none(misnamed(program), "without a right name")


@test("on the same page over a timeline that is open")
def _():
    program = Program()
    program.do("win.open-recent", GLib.Variant("s", "file:///nowhere/none.json"))
    program.find("push button", re.compile("Back to"))
    none(misnamed(program), "without a right name")


@test("on the page of a file being opened, and on the one to open something from")
def _():
    program = start_slowly(large_file())
    button = program.find("push button", "Cancel")
    none(misnamed(program), "without a right name")
    button.activate()
    program.find("push button", re.compile("Open File…"))
    none(misnamed(program), "without a right name")


@test("in the list of what is wrong with a file")
def _():
    program = Program(make_file("faults.json", {
        "format": "entente", "version": 1, "title": "With faults",
        "events": [{"title": "On no day", "date": "2001-13-40"}, "no event"]}))
    program.find("push button", "Show").activate()
    program.until(lambda: len(program.children) == 2, "the list of what is wrong")
    none(misnamed(program), "without a right name")


@test("in a timeline without events, and where no event is")
def _():
    program = Program(make_file("empty.json", {"format": "entente", "version": 1, "title": "Empty", "events": []}))
    program.find("frame", "Empty")
    none(misnamed(program), "without a right name")


@test("in the windows of keys and about the program")
def _():
    program = Program()
    program.key("ctrl+question")
    # What is in these two is GTK's and libadwaita's, and has not all names in 4.8 and 1.2.
    program.until(lambda: len(program.children) == 2, "the keys")
    program.key("Escape")
    program.until(lambda: len(program.children) == 1, "the end of the keys")
    program.do("app.about")
    program.until(lambda: len(program.children) == 2, "the window about the program")
    program.key("Escape")
    program.until(lambda: len(program.children) == 1, "the end of the window about the program")
    program.quit()


if __name__ == "__main__":
    window.run()
