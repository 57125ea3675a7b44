#!/usr/bin/env python3
# test-load.py: opening can be cancelled at any moment, and what was open stays until the new is whole
#
# SPDX-License-Identifier: GPL-3.0-or-later
import random
import re
import time

import window
from bundled import TITLE
from files import DELAY, N_PIECES, large_file, start_slowly
from window import PATIENCE, GLib, Program, test

SEED = 3
N_CANCELS = 10


def open_in_window(program, path):
    program.do("win.open-recent", GLib.Variant("s", path.as_uri()))


def is_bundled(program):
    """The old dataset: its title and its count."""
    return program.first("label", TITLE) and program.first("label", re.compile(r"\b175 events"))


def cancel_button(program):
    return next((node for node in program.all("push button", "Cancel") if node.has("focusable")), None)


@test("a load cancelled at ten moments leaves what was open")
def _():
    program = start_slowly()
    path = large_file()
    program.until(lambda: is_bundled(program), "the bundled timeline")

    # Until all of it is read, and a little of the time that goes into understanding it.
    longest = N_PIECES * DELAY / 1000 * 1.1
    chance = random.Random(SEED)
    moments = [chance.uniform(0, longest) for _ in range(N_CANCELS)]
    print(f"# seed {SEED}")
    buttons = 0
    for moment in moments:
        began = time.monotonic()
        open_in_window(program, path)
        # What is open very soon needs no button; before there is one, a key or a program may cancel.
        while time.monotonic() < began + moment:
            time.sleep(0.01)
        button = cancel_button(program)
        if button:
            buttons += 1
            button.activate()
        else:
            program.do("win.cancel")
        print(f"# cancelled {'by the button' if button else 'early'} after {moment:.2f} s")
        program.until(lambda: not cancel_button(program), "the end of the load")
        assert is_bundled(program), "another dataset"
    assert buttons >= N_CANCELS // 3, f"only {buttons} loads showed a button to cancel them"

    # Nothing comes of them later either.
    time.sleep(0.3 * PATIENCE)
    assert is_bundled(program), "a cancelled load came through"

    open_in_window(program, path)
    program.until(lambda: cancel_button(program), "a button to cancel the load")
    assert is_bundled(program), "the old picture is gone before the new one is there"
    program.until(lambda: program.first("label", re.compile(r"\b100,?000 events")), "the large file")
    assert not is_bundled(program)
    assert not cancel_button(program)
    program.quit()


@test("a first load shows its progress, and cancelled leaves a page to open something from")
def _():
    program = start_slowly(large_file())
    button = program.find("push button", "Cancel")
    program.find("progress bar")
    button.activate()
    program.find("push button", re.compile("Open File"))
    program.quit()


if __name__ == "__main__":
    window.run()
