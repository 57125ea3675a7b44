#!/usr/bin/env python3
# test-as-of.py: the timeline as it was known on a day, by keys and clicks
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import time

import window
from files import make_file, timeline
from gi.repository import GLib
from tap import none, same
from window import Program, misnamed, test

EVE = "As of 19 September 2015 · 5 more had begun"


def open_as_of(day, **options):
    program = Program(**options)
    program.find("list", re.compile("^Timeline, "))
    program.key("ctrl+d")
    program.find("text", "Day").focus()
    program.type(day)
    program.key("Return")
    return program


def rows(program):
    return program.find("list", "Rows")


@test("Ctrl+D asks for a day, of which then all is told, and a line says so and leads back")
def _():
    program = open_as_of("2015-09-19")
    bar = program.find(name=EVE)
    program.find(name=re.compile("^109 events"))
    none(misnamed(bar))
    program.do("win.show-event", GLib.Variant("s", "us-china-cyber-accord-2015"))
    program.find(name="This event was not known by that day")
    program.do("win.show-event", GLib.Variant("s", "nyt-arms-deal-report-2015"))
    program.find("heading", re.compile("^Press reports U.S.-China talks"))
    program.find("push button", "Show All That Is Known").activate()
    program.until(lambda: not program.all(name=EVE), "no day any more")
    program.find(name=re.compile("^175 events"))
    program.key("alt+Left")
    program.find(name=EVE)
    program.find(name=re.compile("^109 events"))
    program.quit()


@test("what is no day is told while it is typed, and Enter does nothing with it")
def _():
    program = Program()
    program.find("list", re.compile("^Timeline, "))
    program.key("ctrl+d")
    entry = program.find("text", "Day")
    program.type("2015-13")
    program.until(lambda: "expected a month" in entry.description, "what is wrong")
    program.key("Return")
    program.key("BackSpace", "BackSpace")
    program.type("0")
    program.key("BackSpace", "BackSpace")
    program.type("/..")
    program.until(lambda: "expected a date with an end" in entry.description, "that it has no end")
    program.key("Escape")
    none(program.all(name=re.compile("^As of .* more had begun")))
    program.quit()


@test("days, months and disclosures are gone through by keys and buttons")
def _():
    program = open_as_of("2015-09-19")
    program.find(name=EVE)
    program.key("ctrl+bracketright")
    program.find(name=re.compile("^As of 20 September 2015 · "))
    program.key("ctrl+bracketleft", "ctrl+bracketleft")
    program.find(name=re.compile("^As of 18 September 2015 · "))
    program.find("push button", "To the Next Disclosure").activate()
    program.find(name=re.compile("^As of 23 December 2015 · "))
    program.find("push button", "To the Disclosure Before").activate()
    program.find(name=re.compile("^As of 4 June 2015 · "))
    program.key("ctrl+d")
    program.find("push button", "Month After").activate()
    program.find(name=re.compile("^As of 4 July 2015 · "))
    program.key("Escape", "ctrl+z")
    program.find(name=re.compile("^As of 4 June 2015 · "))
    program.quit()


@test("the day of the selected event, and what its details say of that day")
def _():
    program = Program()
    program.find("list", re.compile("^Timeline, "))
    program.do("win.show-event", GLib.Variant("s", "opm-2014-2015-background-files"))
    heading = re.compile("^OPM background-investigation files stolen")
    program.find("heading", heading)
    none(program.all(name="Told with what is known today."))
    program.key("ctrl+shift+d")
    program.find(name=re.compile("^As of 4 June 2015 · "))
    program.find("heading", heading)
    program.find(name="Told with what is known today.")
    none(program.all("heading", "Denied"))
    program.do("win.show-event", GLib.Variant("s", "operation-ababil-2012"))
    program.find(name="When it was disclosed is not recorded; the first that tells of it counts.")
    program.quit()


@test("list, filters and overview tell of that day")
def _():
    program = open_as_of("2000")
    program.find(name="As of 2000")
    program.find(name=re.compile("^3 events"))
    program.do("win.fit-all")
    program.key("ctrl+2")
    rows(program).find(name=re.compile("Morris"))
    program.key("shift+F9")
    program.find("check box", re.compile("^Incidents"))
    none(program.all("check box", re.compile("^Meetings")))
    program.quit()


@test("it is found again as of the day it was left, and its command line says so")
def _():
    program = open_as_of("2015-09-19")
    program.find(name=EVE)
    home = program.home
    path = pathlib.Path(home["XDG_STATE_HOME"]) / "entente" / "bundled.json"
    program.until(lambda: path.exists() and json.loads(path.read_text())["view"].get("as-of") == "2015-09-19", "the day kept")
    program.quit()
    program = Program(home=home)
    program.find(name=EVE)
    program.find(name=re.compile("^109 events"))
    program.quit()


@test("a file that opens as of a day does, and follows the file as of that day")
def _():
    content = timeline("A file of its time", 2014, 2018)
    content["view"] = {"as-of": "2016"}
    path = make_file("then.entente.json", content)
    program = Program(path)
    program.find(name="As of 2016")
    content["events"].append({"title": "Late", "date": "2017"})
    content["events"].append({"title": "Early", "date": "2015"})
    before = program.find(name=re.compile(r"^\d+ events?$|^\d+ events? · ")).name
    path.write_text(json.dumps(content), encoding="utf-8")
    number = int(re.match(r"\d+", before)[0])
    program.find(name=re.compile(f"^{number + 1} events"))
    program.find(name="As of 2016")
    program.quit()


@test("what the pointer is on may be known no more by the time a card would tell of it")
def _():
    program = open_as_of("2000", size=(1200, 800))
    program.find(name="As of 2000")
    x, y, width, height = program.find("list", re.compile("^Timeline, ")).extents
    for step in range(8):
        program.key("alt+Left")
        program.find(name=re.compile("^175 events"))
        program.move(x + width * (step + 6) // 15, y + height // 2 + 12 * step)
        program.key("alt+Right")
        program.find(name="As of 2000")
    time.sleep(0.6)
    program.quit()


@test("a list that is not seen lets go of what is not known any more")
def _():
    program = open_as_of("2015-09-19", size=(1200, 800))
    program.find(name=EVE)
    program.key("ctrl+2")
    rows(program).find(name=re.compile("Obama at the Business Roundtable"))
    program.do("win.show-event", GLib.Variant("s", "nyt-arms-deal-report-2015"))
    program.key("ctrl+1", "ctrl+bracketleft")
    program.find(name=re.compile("^As of 18 September 2015 · "))
    program.key("ctrl+alt+bracketleft")
    program.find(name=re.compile("^As of 4 June 2015 · "))
    program.key("ctrl+2")
    rows(program).find(name=re.compile("OPM discloses theft"))
    none(rows(program).all(name=re.compile("Obama at the Business Roundtable")))
    program.quit()


@test("it is whole in a narrow window")
def _():
    program = open_as_of("2015-09-19", size=(360, 720))
    bar = program.find(name=EVE)
    for button in bar.all("push button"):
        x, _, width, _ = button.extents
        assert x >= 0 and x + width <= 360, (button.name, button.extents)
    same(len(bar.all("push button")), 6)
    program.quit()


if __name__ == "__main__":
    window.run()
