#!/usr/bin/env python3
# test-files.py: files from the command line, good and bad, and what is remembered of them
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import subprocess

import window
from bundled import TITLE
from files import make_file, timeline
from tap import same
from window import GLib, Program, test


def steady(program, ask):
    """What is said once it does not change any more."""
    said = []

    def is_steady():
        said.append(ask())
        return said[-4:] == [said[-1]] * 4
    program.until(is_steady, lambda: f"an end of changes, last {said[-1]!r}")
    return said[-1]


def second(program, *arguments):
    """Runs the program once more; it hands its files to the one that runs and ends."""
    done = subprocess.run([os.environ["ENT_PROGRAM"], *map(str, arguments)], timeout=window.DEADLINE, check=False,
                          env=program.desktop.environment | program.home | program.display,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    same((done.returncode, done.stdout), (0, ""))


def frames(program):
    return sorted(child.name for child in program.children if child.role == "frame")


@test("a file is shown under its title, and a second one in a window of its own")
def _():
    one = make_file("one.entente.json", timeline("The first of two", 2001, 2002, 2003))
    two = make_file("two.json", timeline("The second of two", 2010))
    program = Program(one)
    program.find("frame", "The first of two")
    program.find("label", re.compile(r"\b3 events"))
    second(program, two)
    program.until(lambda: frames(program) == ["The first of two", "The second of two"],
                  lambda: f"two windows, got {frames(program)}")
    program.quit()


@test("two files at once are two windows")
def _():
    one = make_file("one.entente.json", timeline("The first of two", 2001))
    two = make_file("two.json", timeline("The second of two", 2010))
    program = Program(one, two)
    program.until(lambda: frames(program) == ["The first of two", "The second of two"],
                  lambda: f"two windows, got {frames(program)}")
    program.quit()


@test("a file that is open is shown where it is open, by whatever name it is asked for")
def _():
    one = make_file("one.entente.json", timeline("The first of two", 2001))
    two = make_file("two.json", timeline("The second of two", 2010))
    link = one.parent / "link.entente.json"
    link.symlink_to(one)
    program = Program(one, two)
    program.until(lambda: frames(program) == ["The first of two", "The second of two"], "two windows")
    second(program, link)
    program.do("win.open-recent", GLib.Variant("s", link.as_uri()), window=1)
    program.do("win.open-recent", GLib.Variant("s", link.as_uri()), window=2)
    same(steady(program, lambda: frames(program)), ["The first of two", "The second of two"])
    program.quit()


@test("without a file there is the bundled timeline; started again, the same window")
def _():
    program = Program()
    program.find("frame", TITLE)
    second(program)
    same(frames(program), [TITLE])
    program.quit()


@test("a file that is not there is told of, with a way on")
def _():
    program = Program("/nowhere/none.entente.json")
    program.find("heading", re.compile("Cannot Be Opened"))
    program.find("label", re.compile("none.entente.json"))
    program.find("label", re.compile("No such file"))
    program.find("push button", re.compile("Open.*Another"))
    program.quit()


@test("of broken JSON the line and the column are told")
def _():
    path = make_file("broken.entente.json", '{ "format": "entente", "version": 1,\n  "events": [\n    { "title": tru }\n] }\n')
    program = Program(path)
    program.find("heading", re.compile("Not Valid JSON"))
    program.find("label", re.compile(r"[Ll]ine 3, column 1[4-7]"))
    program.find("label", re.compile(r'"title": tru'))
    program.quit()


@test("a file with faults in it opens, and says how many")
def _():
    content = timeline("With faults", 2001, 2002)
    content["events"][0]["date"] = "2001-13-40"
    content["events"].append("no event")
    program = Program(make_file("faults.json", content))
    program.find("frame", "With faults")
    program.find(None, re.compile("problems? in this file"))
    program.quit()


@test("a file that changes is read again, and what was in view stays")
def _():
    path = make_file("changing.json", timeline("Before", 2001, 2002))
    program = Program(path)
    program.find("frame", "Before")
    make_file("changing.json", timeline("After", 2001, 2002, 2003))
    program.find("frame", "After")
    program.find("label", re.compile(r"\b3 events"))
    path.unlink()
    program.find(None, re.compile("deleted|moved|no longer"))
    program.quit()


@test("opened again, a file is seen as it was left")
def _():
    path = make_file("left.json", timeline("Left and found", *range(2001, 2021)))
    home = window.desktop().home()
    program = Program(path, home=home)
    program.find("frame", "Left and found")
    program.do("win.show-event", GLib.Variant("s", "e2015"))
    program.find("heading", "What was in 2015")
    view = program.find(None, re.compile(r"^Timeline, "))
    whole = view.name
    for _ in range(3):
        program.do("win.zoom-in")
    program.until(lambda: view.name != whole, "a closer view")
    seen = steady(program, lambda: view.name)
    program.quit()

    program = Program(path, home=home)
    program.find("heading", "What was in 2015")
    view = program.find(None, re.compile(r"^Timeline, "))
    program.until(lambda: view.name == seen, lambda: f"{seen!r}, got {view.name!r}")
    # Other files are not seen so.
    second(program, make_file("other.json", timeline("Another", 1990, 2020)))
    program.until(lambda: frames(program) == ["Another", "Left and found"], "the other file")
    same(len(program.all("heading", re.compile("What was"))), 1)
    program.quit()


if __name__ == "__main__":
    window.run()
