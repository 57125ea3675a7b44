#!/usr/bin/env python3
# test-documents.py: README and DESIGN say only what is there
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])
PROGRAM = os.environ["ENT_PROGRAM"]
DOCUMENTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "src/DESIGN.md")}

# What is made, not kept.
MADE = re.compile(r"build(-asan)?/.*")


def links(text):
    """The files a document links to or shows."""
    return [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]


def paths(text):
    """The files a document speaks of in `…`, from the tree's root."""
    for words in re.findall(r"`([^`\n]+)`", text):
        path = words.split()[0].removeprefix("./")
        if re.fullmatch(r"[\w.-]+(/[\w.*-]+)+/?|[\w-]+/|\.ci/run", path) and not MADE.match(path):
            yield path


def sources(text):
    """The sources a document speaks of by name alone, `*` for several; ent-foo is an example."""
    return [name for name in re.findall(r"`((?:ent|test)-[\w*-]+\.(?:c|h|py))`", text)
            if not re.match("ent-foo|ent-cli-NAME", name)]


def is_there(pattern):
    """Whether the tree has it, from the root or, as DESIGN has it, from src."""
    return any(next(base.glob(pattern.rstrip("/")), None) for base in (ROOT, ROOT / "src"))


@test("every file that is linked to is there")
def _():
    none(f"{name}: {link}" for name, text in DOCUMENTS.items() for link in links(text)
         if not ((ROOT / name).parent / link.split("#")[0]).exists())


@test("every file that is named is there")
def _():
    named = [(name, path) for name, text in DOCUMENTS.items() for path in paths(text)]
    assert len(named) > 20, named
    none(f"{name}: {path}" for name, path in named if not is_there(path))


@test("every source that is named is there")
def _():
    named = [(name, source) for name, text in DOCUMENTS.items() for source in sources(text)]
    assert len(named) > 10, named
    none(f"{name}: {source}" for name, source in named
         if not any(next((ROOT / top).rglob(source), None) for top in ("src", "tests")))


@test("every type that is named is there")
def _():
    headers = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.h"))
    named = {word for text in DOCUMENTS.values() for word in re.findall(r"`(Ent[A-Z]\w+|ent_\w+)(?:\(\))?`", text)}
    assert len(named) > 10, named
    none(word for word in named - {"EntFoo"} if not re.search(rf"\b{word}\b", headers))


@test("every subcommand is told of, and no other")
def _():
    help_text = subprocess.run([PROGRAM, "--help"], text=True, check=True, stdout=subprocess.PIPE,
                               env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}).stdout
    there = set(re.findall(r"^  ([a-z]+) ", help_text, re.MULTILINE))
    told = set(re.findall(r"entente ([a-z]+) ", DOCUMENTS["README.md"]))
    same(sorted(told), sorted(there))


@test("the picture is one")
def _():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", DOCUMENTS["README.md"])
    same(len(pictures), 1)
    assert (ROOT / pictures[0]).stat().st_size > 10000


@test("what is not there is seen")
def _():
    text = "See [this](nowhere.md), [that](https://example.org) and `src/model/`; `src/nowhere/x.c`, `build/x.svg`."
    same(links(text), ["nowhere.md"])
    same([path for path in paths(text) if not is_there(path)], ["src/nowhere/x.c"])
    same(sources("`ent-date.c`, `x.c`, `ent-date*.c`"), ["ent-date.c", "ent-date*.c"])


if __name__ == "__main__":
    tap.run()
