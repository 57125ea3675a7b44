# tap.py: named subtests for the tests written in Python, reported as TAP
#
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import traceback

_tests = []


def test(name):
    """Registers the function below it under this name. It fails by raising."""
    def register(function):
        _tests.append((name, function))
        return function
    return register


def run():
    """Runs what was registered, in order, and leaves the process."""
    failed = 0
    print(f"1..{len(_tests)}")
    for number, (name, function) in enumerate(_tests, 1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Exception:
            failed += 1
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                # Meson shows only the standard error of a TAP test that failed.
                print("# " + line, file=sys.stderr)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)


def none(found, what="found"):
    """Fails if the list has anything in it, and shows all of it."""
    found = list(found)
    assert not found, f"{what}:\n  " + "\n  ".join(str(item) for item in found)


def same(seen, expected, what=""):
    assert seen == expected, f"{what}\n  seen     {seen}\n  expected {expected}"
