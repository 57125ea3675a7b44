# files.py: timelines made up for tests
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import subprocess

import window
from window import Program

# A file of so many events is read in so many pieces, on a slow disk each in so many milliseconds.
N_EVENTS = 100_000
N_PIECES = 170
DELAY = 10


def make_file(name, content):
    """A file of a text, or of what is to be JSON."""
    path = pathlib.Path(window.desktop().scratch) / name
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def timeline(title, *years):
    return {"format": "entente", "version": 1, "title": title,
            "events": [{"id": f"e{year}", "kind": "meeting", "date": str(year), "title": f"What was in {year}"}
                       for year in years]}


def large_file():
    path = pathlib.Path(window.desktop().scratch) / "large.entente.json"
    if not path.exists():
        subprocess.run([os.environ["ENT_GENERATE"], str(N_EVENTS), "1", path], check=True)
    return path


def start_slowly(*arguments):
    """The program on a slow disk."""
    return Program(*arguments, command=[os.environ["ENT_SLOW_PROGRAM"]],
                   environment={"ENT_TEST_READ_DELAY": str(DELAY)})
