#!/usr/bin/env python3
# test-export.py: the window writes the picture that entente figure writes
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess

import window
from tap import same
from window import Program, test

TIMELINE = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data/timelines/us-china-cyber.entente.json"
SIZE = re.compile(r"(\d+) × (\d+) px")


def open_dialog(program):
    program.key("ctrl+e")
    dialog = program.find("dialog", "Export")
    first = dialog.find("combo box", "Format")
    program.until(lambda: first.has("focused"), "the form to be in focus")
    return dialog


def folder(program):
    """A folder of this program's own."""
    path = pathlib.Path(program.home["XDG_DATA_HOME"]) / "pictures"
    path.mkdir(exist_ok=True)
    return path


def choose(program, row, down):
    """Goes to a row of the form, from that above it, and some choices down in it."""
    program.key("Down")
    combo = program.find("combo box", row)
    program.until(lambda: combo.has("focused"), f"{row} to be in focus")
    program.key("space", *["Down"] * down, "Return")


def name_file(program, path):
    """Presses Export and names a file in the chooser that comes."""
    program.find("dialog", "Export").find("push button", "Export…").activate()
    entry = program.find("text", re.compile("Name"))
    program.until(lambda: entry.has("focused"), "the name to be asked for")
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")


def expect(program, path, *options):
    """What the program wrote to a file is what the command writes with these options."""
    program.until(lambda: program.first("dialog", "Export") is None, "the dialog to close")
    wanted = path.with_name("wanted" + path.suffix)
    subprocess.run([os.environ["ENT_PROGRAM"], "figure", TIMELINE, "-o", wanted, *options], check=True)
    assert path.read_bytes() == wanted.read_bytes(), f"{path.suffix} differs"


@test("as on screen, in each format, named by the end of the file")
def _():
    program = Program(TIMELINE, size=(1280, 800))
    for suffix in ("svg", "png", "pdf"):
        dialog = open_dialog(program)
        size = "x".join(SIZE.search(dialog.find("label", SIZE).text).groups())
        path = folder(program) / f"picture.{suffix}"
        name_file(program, path)
        expect(program, path, "--size", size)
        program.find(None, re.compile("Saved.*picture." + suffix))
    program.close()


@test("a column in print, chosen by keys; the choice is remembered")
def _():
    program = Program(TIMELINE, size=(1280, 800))
    open_dialog(program)
    choose(program, "Size", 1)
    program.find("label", re.compile("88 × .* mm"))
    path = folder(program) / "column.pdf"
    name_file(program, path)
    expect(program, path, "--size", "88mm")
    dialog = open_dialog(program)
    dialog.find("label", "Column, 88 mm")
    program.key("Escape")
    program.until(lambda: program.first("dialog", "Export") is None, "the dialog to close")
    program.close()


@test("the end that is missing is that of the format")
def _():
    program = Program(TIMELINE, size=(1280, 800))
    dialog = open_dialog(program)
    size = "x".join(SIZE.search(dialog.find("label", SIZE).text).groups())
    name_file(program, folder(program) / "picture")
    expect(program, folder(program) / "picture.svg", "--size", size)
    program.close()


@test("what cannot be made is said, and nothing is left of it")
def _():
    program = Program(TIMELINE, size=(360, 720))
    dialog = open_dialog(program)
    program.key("space", "Down", "Return")
    dialog.find("spin button", "Resolution").click()
    program.key("ctrl+a")
    program.type("9600\t")
    path = folder(program) / "large.png"
    name_file(program, path)
    dialog.find("label", re.compile("could not write.*large.png.*would be"))
    same(list(path.parent.iterdir()), [])
    program.key("Escape")
    program.until(lambda: program.first("dialog", "Export") is None, "the dialog to close")
    program.close()


if __name__ == "__main__":
    window.run()
