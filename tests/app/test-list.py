#!/usr/bin/env python3
# test-list.py: the list of events, by keyboard and as a screen reader has it
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from tap import same
from window import Node, Program, test

FIRST = "APT1 campaign attributed to PLA Unit 61398"


def bare(text):
    return re.sub("[\u2066-\u2069]", "", text)


def open_list(**options):
    program = Program(**options)
    program.key("ctrl+2")
    program.find("push button", re.compile(r"In View \(\d"))
    return program


def rows(program, most=9):
    """The first rows that there are widgets of, in their order."""
    table = program.first("tree table", "Events")
    holder = table.first("list", "Rows") if table else program.first("list", "Events")
    if holder is None:
        return []
    accessible = holder.accessible
    return [Node(program, accessible.get_child_at_index(i)) for i in range(min(most, accessible.get_child_count()))]


def titles(program, most=9):
    """Their titles, out of all that their names say: "Kind. Title. Date…"."""
    return [re.sub(r"^\w+\. \u2068(.*?)\u2069.*$", r"\1", row.name) for row in rows(program, most)]


def first_title(program):
    found = titles(program, 1)
    return found[0] if found else None


def cells(row):
    """What stands in the cells of a row, "" for nothing."""
    return [bare(next((node.name for node, _ in cell.walk() if node.role == "label"), ""))
            for cell in row.all("table cell")]


def row_of(program, title):
    return program.until(lambda: next((row for row in rows(program) if title in row.name), None), f"the row of {title}")


def is_sorted(found):
    return len(found) > 1 and found == sorted(found, key=str.casefold)


def sort(program, button, item):
    """Sorts by the menu that the keyboard can use."""
    def item_in_menu():
        # The menu stands before the headings, of which one is called the same.
        found = program.first(name=item)
        return found if found and "menu item" in found.role else None
    program.find(name=button).find(name=button).activate()
    program.until(item_in_menu, f"a menu item called {item}").activate()


@test("it holds what is in view, in the order of time, and says all of an event")
def _():
    program = open_list()
    program.find("push button", "In View (95)")
    program.find("push button", "All (175)")
    program.until(lambda: first_title(program) == FIRST, "the first event in view")
    row = row_of(program, FIRST)
    for words in ("Incident", "2006–2014", "Severity 5 of 5", "Official accusation", "Denied by"):
        assert words in row.name, (words, row.name)
    same(cells(row)[:4], ["Incident", FIRST, "2006–2014", "5"])
    assert cells(row)[4].startswith("China, ") and " → United States" in cells(row)[4], cells(row)
    same(cells(row)[5:], ["Theft", "Official accusation, denied", "3"])
    program.close()


@test("it shows all events, and those in view again")
def _():
    program = open_list()
    program.find("push button", "All (175)").activate()
    program.until(lambda: first_title(program) == "Limited Test Ban Treaty signed in Moscow", "the first of all events")
    program.find("push button", "In View (95)").activate()
    program.until(lambda: first_title(program) == FIRST, "the first event in view")
    program.close()


@test("it is sorted by any column, and the other way round")
def _():
    program = open_list()
    program.until(lambda: first_title(program) == FIRST, "the first event in view")
    sort(program, "Sorted by Date", "Title")
    program.find(name="Sorted by Title")
    program.until(lambda: is_sorted(titles(program)), "the order of titles")
    sort(program, "Sorted by Title", "Descending")
    program.until(lambda: is_sorted(titles(program)[::-1]), "the order the other way round")
    program.close()


@test("it has columns to choose from, and sorts by those that are shown")
def _():
    program = open_list()
    program.until(lambda: first_title(program) == FIRST, "the first event in view")
    sort(program, "Columns", "Place")
    program.until(lambda: len(cells(row_of(program, FIRST))) == 9, "a ninth column")
    sort(program, "Sorted by Date", "Place")
    program.find(name="Sorted by Place")
    program.until(lambda: is_sorted([cells(row)[8] for row in rows(program)]), "the order of places")
    sort(program, "Columns", "Usual Columns")
    program.until(lambda: len(cells(rows(program)[0])) == 8, "the usual columns")
    program.close()


@test("the keyboard goes from row to row, and Return shows the event in the timeline")
def _():
    program = open_list()
    row_of(program, FIRST).click()
    program.until(lambda: rows(program)[0].has("selected"), "the first row selected")
    program.key("Down", "Down")
    program.until(lambda: rows(program)[2].has("selected"), "a third row that is selected")
    assert not rows(program)[0].has("selected")
    program.key("Return")
    program.until(lambda: program.first("list", re.compile("^Timeline")).has("focused"), "the focus on the timeline")
    program.close()


@test("what is selected elsewhere is selected in it, and back goes back")
def _():
    program = open_list()
    row_of(program, FIRST).click()
    program.until(lambda: rows(program)[0].has("selected"), "the first row selected")
    rows(program)[3].click()
    program.until(lambda: rows(program)[3].has("selected") and not rows(program)[0].has("selected"), "the fourth")
    program.key("alt+Left")
    program.until(lambda: not rows(program)[3].has("selected"), "what was selected before")
    program.close()


@test("it follows the view, and says when nothing is in it")
def _():
    program = open_list()
    overview = program.find("slider", "Overview")
    x, y, width, height = overview.extents
    # The seventies, of which there are no events.
    program.drag(x + width * 13 // 100, y + 30, x + width * 20 // 100, y + 30)
    program.find("push button", "In View (0)")
    program.find(name="No Event in View")
    # The other one stands above the list.
    program.all("push button", "Fit All Events")[-1].activate()
    program.find("push button", "In View (175)")
    program.until(lambda: rows(program), "rows")
    program.close()


@test("on a phone it has cards, and nothing beside them")
def _():
    program = open_list(size=(360, 720))
    row = row_of(program, FIRST)
    same(row.role, "list item")
    labels = [bare(node.name) for node, _ in row.walk() if node.role == "label"]
    same(labels, [FIRST, "2006–2014 · Incident"])
    x, _, width, _ = row.extents
    assert x >= 0 and x + width <= 360, (x, width)
    program.close()


if __name__ == "__main__":
    window.run()
