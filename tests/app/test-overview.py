#!/usr/bin/env python3
# test-overview.py: the overview moves the view, by keyboard, pointer and wheel, and says where it is
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from tap import same
from window import Program, test


def open_overview(**options):
    program = Program(**options)
    overview = program.find("slider", "Overview")
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    return program, overview


def says(program, overview, text):
    program.until(lambda: overview.description == text, lambda: f"{text}, but it says {overview.description}")


def years(overview):
    """The first and the last year in view."""
    first, last = re.fullmatch(r"(?:.* )?(\d{4}) to (?:.* )?(\d{4}) of 1963 to 2025", overview.description).groups()
    return int(first), int(last)


def focus(program, overview):
    # In the middle of the window a click does nothing else.
    program.click(*at(overview, 2015))
    program.until(lambda: overview.has("focused"), "the focus on the overview")


def at(overview, year):
    """Where a year is."""
    x, y, width, height = overview.extents
    margin = 14
    known = 2025.9 - 1963.6
    return round(x + margin + (year - 1963.6) / (known * 1.03) * (width - 2 * margin)), y + height // 3


@test("keys move and resize the window, and show all")
def _():
    program, overview = open_overview()
    focus(program, overview)
    program.key("Return")
    says(program, overview, "1963 to 2025 of 1963 to 2025")
    program.key("alt+Left")
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    program.key(*["Left"] * 10)
    says(program, overview, "2009 to 2012 of 1963 to 2025")
    program.key(*["Right"] * 10)
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    program.key("shift+Right", "shift+Right", "shift+Right")
    program.until(lambda: years(overview)[0] == 2013 and years(overview)[1] > 2018, "a later end")
    program.key("shift+Left", "shift+Left", "shift+Left")
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    program.key("minus", "minus")
    program.until(lambda: years(overview)[0] < 2013 and years(overview)[1] > 2016, "a longer view")
    program.key("plus", "plus")
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    program.key("Home")
    program.until(lambda: years(overview)[0] == 1963, "the beginning")
    program.key("End")
    program.until(lambda: years(overview)[1] == 2025, "the end")
    program.close()


@test("the window is dragged, and its ends are, each drag one step back")
def _():
    program, overview = open_overview()
    program.drag(*at(overview, 2015), *at(overview, 2005))
    program.until(lambda: years(overview)[0] in (2002, 2003, 2004), lambda: f"ten years before: {overview.description}")
    first, _ = years(overview)
    program.drag(*at(overview, first), *at(overview, 1995))
    program.until(lambda: years(overview)[0] in (1994, 1995, 1996), lambda: f"another start: {overview.description}")
    program.key("alt+Left")
    program.until(lambda: years(overview)[0] == first, "one step back")
    program.key("alt+Left")
    says(program, overview, "2013 to 2016 of 1963 to 2025")
    program.close()


@test("on empty ground a drag draws a window, and a click moves it")
def _():
    program, overview = open_overview()
    program.drag(*at(overview, 1980), *at(overview, 1990))
    program.until(lambda: abs(years(overview)[0] - 1980) <= 1 and abs(years(overview)[1] - 1990) <= 1,
                  lambda: f"1980 to 1990: {overview.description}")
    program.click(*at(overview, 2005))
    program.until(lambda: abs(years(overview)[0] - 2000) <= 1 and abs(years(overview)[1] - 2010) <= 1,
                  lambda: f"2000 to 2010: {overview.description}")
    program.close()


@test("the wheel zooms, and a double click shows all")
def _():
    program, overview = open_overview()
    program.wheel(*at(overview, 2015), 3)
    program.until(lambda: years(overview)[1] - years(overview)[0] > 5, "a longer view")
    program.double_click(*at(overview, 1975))
    says(program, overview, "1963 to 2025 of 1963 to 2025")
    program.close()


@test("on a phone")
def _():
    program, overview = open_overview(size=(360, 720))
    program.drag(*at(overview, 1970), *at(overview, 1990))
    program.until(lambda: abs(years(overview)[0] - 1970) <= 3 and abs(years(overview)[1] - 1990) <= 3,
                  lambda: f"1970 to 1990: {overview.description}")
    program.close()


if __name__ == "__main__":
    window.run()
