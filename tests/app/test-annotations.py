#!/usr/bin/env python3
# test-annotations.py: stars and notes, set by keys and still there, and the view as a command line
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess

import window
from bundled import EVENTS, title
from gi.repository import GLib
from tap import same
from window import Program, test

TIMELINE = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data" / "timelines" / "us-china-cyber.entente.json"


def open_at(event, **options):
    """The program on the bundled timeline, with an event in focus."""
    program = Program(**options)
    x, y, width, _ = program.find("list", re.compile("^Timeline, ")).extents
    program.click(x + width // 2, y + 10)
    program.key("Home", *["Right"] * event)
    program.find("heading", title(EVENTS[event]))
    return program


def state(program, name="bundled"):
    path = pathlib.Path(program.home["XDG_STATE_HOME"]) / "entente" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def note_of(program):
    return program.find("text", "Your note")


@test("S gives a star, which is there when the program is started again, and takes it away")
def _():
    event = EVENTS[2]
    program = open_at(2)
    program.find("push button", "Star")
    program.key("s")
    program.find("push button", "Starred")
    timeline = program.find("list", re.compile("^Timeline, "))
    program.until(lambda: "Starred" in timeline.description, "the star in what is said of the event")
    program.until(lambda: state(program).get("stars") == [event["id"]], "a state with the star")
    home = program.home
    program.quit()

    program = Program(home=home)
    program.find("push button", "Starred")
    program.key("ctrl+2")
    row = program.find("list", "Rows").find(name=re.compile(re.escape(title(event))))
    assert "Starred" in row.name, row.name
    program.key("ctrl+1", "s")
    program.find("push button", "Star")
    program.until(lambda: "stars" not in state(program), "a state without the star")
    program.quit()


@test("the button in the details does the same, and several events are starred at once, and undone")
def _():
    program = open_at(1)
    program.find("push button", "Star").activate()
    program.find("push button", "Starred")
    program.key("ctrl+2")
    program.find("push button", re.compile(r"^All \(175\)")).activate()
    rows = program.find("list", "Rows")
    first = rows.find(name=re.compile(re.escape(title(EVENTS[0]))))
    first.click()
    program.until(lambda: first.has("selected"), "the first row selected")
    program.key("shift+Down", "shift+Down", "s")
    program.until(lambda: len(state(program).get("stars", [])) == 3, "three stars")
    # As the toast does, which may be gone before it is found among all the rows; it was the second change.
    program.do("win.undo-annotation", GLib.Variant("t", 2))
    program.until(lambda: state(program).get("stars") == [EVENTS[1]["id"]], "the one star of before")
    program.quit()


@test("N writes a note, which is there when the program is started again, and Escape leaves it")
def _():
    event = EVENTS[2]
    program = open_at(2)
    program.find("push button", "Add a Note")
    program.key("n")
    note = note_of(program)
    program.until(lambda: note.has("focused"), "the focus in the note")
    program.type("snow, 10+0")
    # Letters are letters there, and go nowhere else.
    program.until(lambda: note.text == "snow, 10+0", lambda: f"the text, not {note.text!r}")
    # It is kept when it rests.
    program.until(lambda: state(program).get("notes") == {event["id"]: "snow, 10+0"}, "a state with the note")
    program.key("ctrl+z")
    program.until(lambda: note.text != "snow, 10+0", "the text undone")
    program.type(" and more")
    written = note.text
    program.key("Escape")
    timeline = program.find("list", re.compile("^Timeline, "))
    program.until(lambda: timeline.has("focused"), "the focus on the timeline")
    program.find("heading", title(event))
    assert "stars" not in state(program)
    home = program.home
    program.quit()

    program = Program(home=home)
    program.find("heading", title(event))
    program.until(lambda: note_of(program).text.strip() == written.strip(), "the note")
    program.key("Right")
    program.find("heading", title(EVENTS[3]))
    program.find("push button", "Add a Note")
    program.key("Left")
    program.until(lambda: note_of(program).text.strip() == written.strip(), "the note again")
    program.quit()


@test("an emptied note is deleted when it is left, and comes back by Undo")
def _():
    program = open_at(2)
    program.key("n")
    program.until(lambda: note_of(program).has("focused"), "the focus in the note")
    program.type("once")
    program.key("Escape")
    program.until(lambda: state(program).get("notes"), "a note")
    program.key("n")
    program.until(lambda: note_of(program).has("focused"), "the focus in the note")
    program.key("ctrl+a", "Delete", "Escape")
    undo = program.find("push button", re.compile("^Undo"))
    program.find(name="Note deleted")
    program.find("push button", "Add a Note")
    undo.activate()
    program.until(lambda: note_of(program).text == "once", "the note again")
    program.until(lambda: state(program).get("notes") == {EVENTS[2]["id"]: "once"}, "the note kept again")
    program.quit()


@test("a note that is being written is kept by closing the window")
def _():
    program = open_at(2)
    program.key("n")
    program.until(lambda: note_of(program).has("focused"), "the focus in the note")
    program.type("last words")
    program.until(lambda: note_of(program).text == "last words", "the text")
    program.quit()
    same(state(program).get("notes"), {EVENTS[2]["id"]: "last words"})


@test("two windows on one timeline have the same stars")
def _():
    program = open_at(2)
    program.key("ctrl+n")
    program.until(lambda: len([child for child in program.children if child.is_showing]) == 2, "a second window")
    program.do("win.open-bundled", window=2)
    program.until(lambda: any("U.S.–China" in node.name for node in program.window().all("label")), "the timeline")
    program.do("win.star", window=1)
    program.until(lambda: state(program).get("stars") == [EVENTS[2]["id"]], "the star of the first")
    second = program.window()
    program.key("ctrl+2")
    program.until(lambda: second.first("list", "Rows"), "its list")
    second.find("push button", re.compile(r"^All \(175\)")).activate()
    row = second.find("list", "Rows").find(name=re.compile(re.escape(title(EVENTS[2]))))
    program.until(lambda: "Starred" in row.name, "the star in the second")
    program.key("ctrl+w")
    program.until(lambda: [frame.has("active") for frame in program.children] == [True], "the first window in front")
    program.quit()
    same(state(program).get("stars"), [EVENTS[2]["id"]])


@test("where nothing can be kept that is said, and a window is not closed without a word")
def _():
    home = window.desktop().home()
    (pathlib.Path(home["XDG_STATE_HOME"]) / "entente").write_text("a file", encoding="utf-8")
    program = open_at(2, home=home)
    program.key("s")
    program.find(name=re.compile("^Stars, notes and filters cannot be kept: "))
    program.find("push button", "Retry")
    program.key("ctrl+w")
    program.find(name="Close again to lose what could not be kept")
    (pathlib.Path(home["XDG_STATE_HOME"]) / "entente").unlink()
    program.find("push button", "Retry").activate()
    program.until(lambda: state(program).get("stars") == [EVENTS[2]["id"]], "the star")
    program.key("ctrl+w")
    same(program.wait(), 0)
    assert "it cannot be kept how timelines were left" in program.stderr, program.stderr


def copied(program, folder):
    """The command that was copied, run as a shell runs it: where it was run, and what it wrote."""
    program.do("win.copy-command")
    program.find(name=re.compile("^Command line copied"))
    # Pasted where one can read it.
    program.key("n")
    program.until(lambda: note_of(program).has("focused"), "the focus in the note")
    program.key("ctrl+v")
    program.until(lambda: note_of(program).text.startswith("entente figure "), "the command")
    command = note_of(program).text
    assert "\n" not in command, command
    path = os.path.dirname(os.environ["ENT_PROGRAM"]) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False,
                          env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"})
    same(done.returncode, 0, command + "\n" + done.stderr)
    words = shlex.split(command)
    return words, (folder / words[words.index("-o") + 1]).read_text(encoding="utf-8")


@test("the command line of what is seen draws it")
def _():
    folder = pathlib.Path(window.desktop().folder("copied"))
    program = open_at(2)
    words, picture = copied(program, folder)
    same(words[:3], ["entente", "figure", "bundled:"])
    same(words[words.index("--select") + 1], EVENTS[2]["id"])
    assert "--from" in words and "--to" in words, words
    assert picture.lstrip().startswith("<?xml") and "</svg>" in picture, picture[:80]
    assert title(EVENTS[2]) in picture
    program.quit()


@test("and does so for a file with any name")
def _():
    folder = pathlib.Path(window.desktop().folder("copied"))
    path = folder / "it's $(a) \"name\".json"
    shutil.copy(TIMELINE, path)
    program = open_at_file = Program(path)
    x, y, width, _ = program.find("list", re.compile("^Timeline, ")).extents
    program.click(x + width // 2, y + 10)
    program.key("Home")
    program.find("heading", title(EVENTS[0]))
    words, picture = copied(open_at_file, folder)
    same(words[2], str(path))
    same(words[words.index("-o") + 1], "it's $(a) \"name\".svg")
    assert "</svg>" in picture
    program.quit()


if __name__ == "__main__":
    window.run()
