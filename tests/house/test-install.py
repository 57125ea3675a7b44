#!/usr/bin/env python3
# test-install.py: what is installed works where it was put
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import tap
from tap import same, test

BUILD = os.environ["ENT_BUILD_ROOT"]
MESON = sys.argv[1]

scratch = tempfile.TemporaryDirectory()
subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", scratch.name],
               check=True, stdout=sys.stderr)


def installed(name):
    """The one installed file whose path ends so."""
    found = [path for path in pathlib.Path(scratch.name).rglob("*")
             if path.is_file() and str(path).endswith("/" + name)]
    same(len(found), 1, f"files named {name}")
    return found[0]


def entente(*arguments, **environment):
    """What the installed program says, far from its source and its build folder."""
    return subprocess.run([installed("bin/entente"), *arguments], cwd=scratch.name, text=True,
                          env=os.environ | environment, check=True, stdout=subprocess.PIPE).stdout


@test("the program starts")
def _():
    assert entente("--version").startswith("entente ")


@test("the program speaks the languages it was translated to")
def _():
    assert installed("share/locale/zh_CN/LC_MESSAGES/entente.mo")
    assert "Usage" in entente("--help", LC_ALL="C.UTF-8", LANGUAGE="en")
    assert "用法" in entente("--help", LC_ALL="C.UTF-8", LANGUAGE="zh_CN")


@test("the schema is there")
def _():
    json.loads(installed("share/entente/schema/entente-1.schema.json").read_text(encoding="utf-8"))


@test("the bundled timeline is there")
def _():
    dataset = json.loads(installed("share/entente/timelines/us-china-cyber.entente.json").read_text(encoding="utf-8"))
    same(dataset["format"], "entente")


@test("what a desktop reads is there, and the manual page")
def _():
    app = "io.github.entente.Entente"
    for name in (f"share/applications/{app}.desktop",
                 f"share/metainfo/{app}.metainfo.xml",
                 f"share/mime/packages/{app}.xml",
                 f"share/glib-2.0/schemas/{app}.gschema.xml",
                 f"share/icons/hicolor/scalable/apps/{app}.svg",
                 f"share/icons/hicolor/symbolic/apps/{app}-symbolic.svg",
                 "share/man/man1/entente.1"):
        assert installed(name).stat().st_size > 0, name


@test("the program checks and draws the timeline")
def _():
    timeline = installed("share/entente/timelines/us-china-cyber.entente.json")
    assert ", 0 errors" in entente("check", timeline, LC_ALL="C.UTF-8", LANGUAGE="en")
    for suffix, start in ((".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")):
        picture = pathlib.Path(scratch.name) / ("picture" + suffix)
        entente("figure", timeline, "-o", picture)
        assert picture.read_bytes().startswith(start), picture


if __name__ == "__main__":
    tap.run()
