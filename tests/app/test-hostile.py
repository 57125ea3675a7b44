#!/usr/bin/env python3
# test-hostile.py: what nobody should open, and what nobody should do, is borne in silence
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re

import window
from window import Program, desktop, test


def written(name, content):
    """A file of the test's own."""
    path = pathlib.Path(desktop().folder("files")) / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def timeline(*events):
    return {"format": "entente", "version": 1, "title": "Made up", "events": list(events)}


@test("what cannot be opened is told, and the window still closes")
def _():
    program = Program(written("broken.json", b"\xff\xfe{\x00}\x00"))
    program.find(None, "This File Is Not UTF-8")
    program.quit()


@test("a window that tells of problems closes")
def _():
    program = Program(written("problems.json", timeline({"title": "Impossible", "date": "2014-02-30"})))
    program.find("label", re.compile("1 problem in this file"))
    program.quit()


@test("the arrow keys go from event to event at once, whatever is open")
def _():
    for opened in ([], [written("two.json", timeline({"title": "First", "date": "2014-03-05"},
                                                     {"title": "Second", "date": "2014-04"}))]):
        program = Program(*opened)
        events = program.find("list", re.compile("^Timeline"))
        program.until(lambda: events.has("focused"), "the focus in the timeline")
        said = events.description
        program.key("Right")
        program.until(lambda: events.description != said, "an event in focus")
        program.quit()


if __name__ == "__main__":
    window.run()
