#!/usr/bin/env python3
# test-smoke.py: the window opens everywhere, says nothing of trouble, and closes
#
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import window
from bundled import TITLE
from window import Program, test


def opens(**options):
    program = Program(**options)
    program.find("frame", TITLE)
    program.quit()


@test("the window opens on the bundled timeline, and closes")
def _():
    program = Program()
    program.find("frame", TITLE)
    program.find("label", re.compile("175 events"))
    program.close()


@test("on a phone")
def _():
    opens(size=(360, 720))


@test("on a small laptop")
def _():
    opens(size=(1280, 800))


@test("dark")
def _():
    opens(environment={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})


@test("in high contrast")
def _():
    opens(environment={"ADW_DEBUG_HIGH_CONTRAST": "1"})


if __name__ == "__main__":
    window.run()
