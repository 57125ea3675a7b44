#!/usr/bin/env python3
# test-man.py: the manual page tells of every command and option, and of no other
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess

import tap
from tap import same, test

PAGE = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data" / "entente.1"
PROGRAM = os.environ["ENT_PROGRAM"]
ENVIRONMENT = os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "MANWIDTH": "100", "MANROFFOPT": "", "MANPAGER": "cat",
                            "MAN_KEEP_FORMATTING": "", "GROFF_NO_SGR": "1"}
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def run(*command):
    return subprocess.run(command, env=ENVIRONMENT, text=True, check=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def helps(*command):
    return run(PROGRAM, *command, "--help").stdout


def sections():
    """The page as it is read, by heading; those of commands are `entente NAME`."""
    found = {}
    heading = None
    for line in run("man", "-l", PAGE).stdout.split("\n"):
        if match := re.fullmatch(r"(?:   )?(\S.*)", line):
            heading = match[1]
        found.setdefault(heading, []).append(line)
    return {heading: "\n".join(lines[1:]) for heading, lines in found.items()}


def listed_options(text):
    """The options that begin a line, with those after a comma: what is explained, not what is mentioned."""
    lines = re.findall(r"^ +(--?[a-z].*)$", text, re.MULTILINE)
    return {option for line in lines for option in OPTION.findall(re.split(r"  ", line)[0])}


COMMANDS = re.findall(r"^  ([a-z]+) ", helps(), re.MULTILINE)
SECTIONS = sections()


@test("man and groff have nothing to warn of")
def _():
    for command in (("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", PAGE),
                    ("groff", "-ww", "-mandoc", "-Tutf8", "-z", PAGE)):
        same(run(*command).stderr, "", command[0])


@test("every command has its section and its line in the synopsis, and no other has")
def _():
    assert len(COMMANDS) >= 5, COMMANDS
    same(sorted(heading.split()[1] for heading in SECTIONS if heading and heading.startswith("entente ")),
         sorted(COMMANDS))
    same(sorted(re.findall(r"^ +entente ([a-z]+)", SECTIONS["SYNOPSIS"], re.MULTILINE)), sorted(COMMANDS))
    assert re.search(r"^ +entente \[FILE", SECTIONS["SYNOPSIS"], re.MULTILINE)


def explains(command):
    @test(f"every option of {command} is explained, and no other")
    def _():
        same(sorted(listed_options(SECTIONS["entente " + command])),
             sorted(listed_options(helps(command)) - {"-h", "--help"}))


for name in COMMANDS:
    explains(name)


@test("the options without a command are explained, and no other")
def _():
    same(sorted(listed_options(SECTIONS["DESCRIPTION"])), ["--help", "--version", "-h"])
    for option in ("-h", "--help", "--version"):
        run(PROGRAM, option)


@test("every exit status is told")
def _():
    same(re.findall(r"^ {5}(\d) ", SECTIONS["EXIT STATUS"], re.MULTILINE), ["0", "1", "2"])


@test("an option that is only mentioned is not one that is explained")
def _():
    same(listed_options("     -o FILE, --output=FILE\n             Not the file of --from.\n     --all   Not --to.\n"),
         {"-o", "--output", "--all"})


if __name__ == "__main__":
    tap.run()
