#!/usr/bin/env python3
# test-preferences.py: a window begins as the last one ended, with a schema or without
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import window
from bundled import TITLE
from tap import same
from window import Program, test

# A button of the list, and of nothing else.
IN_VIEW = re.compile(r"In View \(\d")


def keyfile(home):
    path = pathlib.Path(home["XDG_CONFIG_HOME"]) / "glib-2.0" / "settings" / "keyfile"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@test("what is chosen is there in the next window, on another timeline as well")
def _():
    program = Program()
    program.find("frame", TITLE)
    program.key("ctrl+2")
    program.find("push button", IN_VIEW)
    program.key("F9")
    program.quit()
    said = keyfile(program.home)
    assert "page='list'" in said and "details-open=false" in said, said
    with tempfile.TemporaryDirectory() as folder:
        other = pathlib.Path(folder) / "other.entente.json"
        other.write_text('{"format": "entente", "version": 1, "title": "Other", "events": [{"title": "One"}]}')
        program = Program(other, home=program.home)
        program.find("frame", "Other")
        program.find("push button", IN_VIEW)
        program.quit()


# libadwaita itself cannot do without any.
FOREIGN = '<schemalist><schema id="org.example.Other" path="/org/example/Other/"/></schemalist>'


def run_alone(folder, *schemas, **options):
    """A program that finds no schemas but these."""
    place = folder / "glib-2.0" / "schemas"
    place.mkdir(parents=True)
    for number, schema in enumerate((FOREIGN, *schemas)):
        (place / f"{number}.gschema.xml").write_text(schema)
    subprocess.run(["glib-compile-schemas", place], check=True)
    # Icons are told from other files by what lies there.
    (folder / "mime").symlink_to("/usr/share/mime")
    alone = shutil.copy(os.environ["ENT_PROGRAM"], folder / "entente")
    return Program(command=[str(alone)], environment={"XDG_DATA_DIRS": str(folder)}, **options)


@test("without a schema nothing is kept, and nothing is amiss")
def _():
    with tempfile.TemporaryDirectory() as name:
        program = run_alone(pathlib.Path(name))
        program.find("frame", TITLE)
        program.key("ctrl+2")
        program.find("push button", IN_VIEW)
        program.quit()
        same(keyfile(program.home), "")


@test("a schema of somebody else is none")
def _():
    keys = {"window-width": ("s", "''"), "window-height": ("i", 1), "window-maximized": ("b", "false"),
            "page": ("s", "''"), "details-open": ("b", "true"), "language": ("s", "''")}
    text = "".join(f'<key name="{key}" type="{kind}"><default>{value}</default></key>'
                   for key, (kind, value) in keys.items())
    schema = (f'<schemalist><schema id="io.github.entente.Entente" path="/io/github/entente/Entente/">{text}'
              "</schema></schemalist>")
    with tempfile.TemporaryDirectory() as name:
        program = run_alone(pathlib.Path(name), schema)
        program.find("frame", TITLE)
        program.quit()
        same(keyfile(program.home), "")


@test("a window is no larger than the screen")
def _():
    program = Program(size=(1024, 700))
    program.find("frame", TITLE)
    program.quit()
    kept = dict(line.split("=") for line in keyfile(program.home).splitlines() if "=" in line)
    assert int(kept["window-width"]) <= 1024 and int(kept["window-height"]) <= 700, kept


if __name__ == "__main__":
    window.run()
