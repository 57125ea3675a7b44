#!/usr/bin/env python3
# test-run.py: build-aux/run opens a window where it can, and draws where it cannot
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import subprocess
import tempfile

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])

# A tree with the real script in it; what would install and build does nothing, and the
# program notes how it was called, a line a call, and ends as it is told to.
COMMON = """
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
say () { echo "${0##*/}: $*"; }
configure () { :; }
build () { :; }
"""
PROGRAM = """#!/bin/sh
for word in "$@"; do printf '[%s]' "$word"; done >> "$CALLS"
echo >> "$CALLS"
if [ "$1" = figure ]; then exit 0; fi
exit "$WINDOW_STATUS"
"""


def run(*files, status=0, **environment):
    """What the script says, how it ends, and how it called the program."""
    with tempfile.TemporaryDirectory(prefix="a tree ") as folder:
        tree = pathlib.Path(folder)
        for name, text in {"build-aux/run": (ROOT / "build-aux" / "run").read_text(encoding="utf-8"),
                           "build-aux/common.sh": COMMON,
                           "build-aux/install-packages": "#!/bin/sh\n",
                           "build/src/entente": PROGRAM}.items():
            path = tree / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
        plain = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        done = subprocess.run([tree / "build-aux" / "run", *files], text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=plain | {"CALLS": folder + "/calls", "WINDOW_STATUS": str(status)} | environment)
        calls = (tree / "calls").read_text(encoding="utf-8") if (tree / "calls").exists() else ""
        return done.stdout.replace(folder, "TREE"), done.returncode, calls.replace(folder, "TREE").splitlines()


def drawn(file, picture):
    return [f"[figure][-o][TREE/build/{picture}.{kind}][--][{file}]" for kind in ("svg", "png")]


BUNDLED = "TREE/data/timelines/us-china-cyber.entente.json"


@test("a window is opened on either kind of display, and nothing drawn")
def _():
    for display in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0", "WAYLAND_DISPLAY": ""}):
        same(run(**display), ("", 0, ["[--]"]), display)


@test("files are handed to the window as they were given")
def _():
    same(run("a b.json", "--", "-c.json", DISPLAY=":0")[2], ["[--][a b.json][--][-c.json]"])
    same(run("--", "-c.json", DISPLAY=":0")[2], ["[--][-c.json]"])


@test("without a display the bundled timeline is drawn, and it is said why")
def _():
    for display in ({}, {"DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}):
        said, status, calls = run(**display)
        same((status, calls), (0, drawn(BUNDLED, "timeline")), display)
        assert "there is no display" in said and "TREE/build/timeline.svg" in said, said


@test("without a display every file is drawn")
def _():
    same(run("a.json", "b c.json")[2], drawn("a.json", "timeline") + drawn("b c.json", "timeline-2"))


@test("on a display that does not answer the files are drawn, and it is said why")
def _():
    said, status, calls = run("a.json", status=1, DISPLAY=":77")
    same((status, calls), (0, ["[--][a.json]"] + drawn("a.json", "timeline")))
    assert "no window could be opened" in said, said


@test("a window that ends in any other way is not covered up")
def _():
    for status in (2, 134, 139):
        same(run(status=status, DISPLAY=":0")[1:], (status, ["[--]"]))


@test("--help tells of both, and an unknown option of the usage")
def _():
    said, status, calls = run("--help", DISPLAY=":0")
    same((status, calls), (0, []))
    none(word for word in ("window", "no display", "build/timeline.svg", "FILE") if word not in said)
    said, status, calls = run("--nowhere", DISPLAY=":0")
    same((status, calls), (2, []))
    assert "Usage" in said, said


if __name__ == "__main__":
    tap.run()
