#!/usr/bin/env python3
# test-includes.py: what a folder of src may include, and that the core never sees GTK
#
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

import tap
from tap import none, same, test

SOURCE = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "src"
BUILD = pathlib.Path(os.environ["ENT_BUILD_ROOT"])

# Libraries, by how their headers are written.
LIBRARIES = {
    "c": r"(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|setjmp|signal|stdarg|stdbool"
         r"|stddef|stdint|stdio|stdlib|string|strings|time|unistd|wchar)\.h|sys/\w+\.h|[a-z]mmintrin\.h",
    "glib": r"glib\.h|glib-object\.h|glib-unix\.h|(glib|gobject)/.*|gio/.*",
    "json-glib": r"json-glib/.*",
    "csv": r"csv\.h",
    "ical": r"libical(-glib)?/.*",
    "gsl": r"gsl/.*",
    "roaring": r"roaring/.*",
    "icu": r"unicode/.*",
    "pango": r"pango/(?!pangocairo|pangofc|pangoft2).*",
    "fontconfig": r"fontconfig/.*|pango/pango(fc|ft2).*",
    "cairo": r"cairo.*\.h|pango/pangocairo\.h",
    "png": r"png\.h",
    "xml": r"libxml/.*",
    "qpdf": r"qpdf/.*",
    "gtk": r"(gtk|gdk|gsk|graphene).*|adwaita\.h",
}

# A folder: the folders and the libraries it may include, itself and the C library apart.
# The row "." is src/main.c.
TABLE = {
    "model": ((), ("glib", "gsl", "roaring")),
    "formats": (("model",), ("glib", "json-glib", "csv", "ical")),
    "scene": (("model",), ("glib", "pango", "icu")),
    "figure": (("model", "scene"),
               ("glib", "pango", "icu", "fontconfig", "cairo", "png", "xml", "qpdf")),
    "cli": (("model", "formats", "scene", "figure"),
            tuple(library for library in LIBRARIES if library != "gtk")),
    "app": (("model", "formats", "scene", "figure"), tuple(LIBRARIES)),
    ".": (("cli", "app"), ("glib",)),
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)


def read_tree():
    return {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8")
            for path in sorted(SOURCE.rglob("*.[ch]"))}


def folder_of(name):
    return name.split("/")[0] if "/" in name else "."


def library_of(header):
    return next((name for name, pattern in LIBRARIES.items() if re.fullmatch(pattern, header)), None)


def faults(tree):
    """The includes of a tree {name: text} that its table does not allow."""
    owners = {}
    for name in tree:
        if name.endswith(".h"):
            owners.setdefault(name.rsplit("/", 1)[-1], set()).add(folder_of(name))

    for name, text in tree.items():
        folder = folder_of(name)
        if folder not in TABLE:
            yield f"{name}: the folder “{folder}” is not in the table"
            continue
        folders, libraries = TABLE[folder]
        for match in INCLUDE.finditer(text):
            ours, theirs = match.groups()
            where = f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {ours or theirs}"
            if theirs is not None:
                library = library_of(theirs)
                if library is None:
                    yield f"{where} is of no library in the table"
                elif library != "c" and library not in libraries:
                    yield f"{where} is of {library}, which {folder} does not know"
            elif ours != "config.h":
                owner = owners.get(ours, set())
                if len(owner) != 1:
                    yield f"{where} is in {len(owner)} folders"
                elif not owner <= {folder, *folders}:
                    yield f"{where} is of {owner.pop()}, which {folder} does not know"


@test("every include is in the table")
def _():
    tree = read_tree()
    assert len(tree) > 20, f"only {len(tree)} files in {SOURCE}"
    none(faults(tree))


# What is planted in the tree, and a word of what must be said about it.
PLANTED = [
    ("model/ent-bad.c", '#include "ent-scene.h"', "of scene"),
    ("model/ent-bad.c", "#include <json-glib/json-glib.h>", "of json-glib"),
    ("model/ent-bad.c", "#include <pango/pango.h>", "of pango"),
    ("formats/ent-bad.h", '#include "ent-cli.h"', "of cli"),
    ("formats/ent-bad.h", '#include "ent-scene.h"', "of scene"),
    ("scene/ent-bad.c", "#include <cairo.h>", "of cairo"),
    ("scene/ent-bad.c", "#include <pango/pangocairo.h>", "of cairo"),
    ("scene/ent-bad.c", '#include "ent-json-reader.h"', "of formats"),
    ("figure/ent-bad.c", '#include "ent-json-reader.h"', "of formats"),
    ("figure/ent-bad.c", "# include <gtk/gtk.h>", "of gtk"),
    ("cli/ent-bad.c", "#include <adwaita.h>", "of gtk"),
    ("cli/ent-bad.c", "#include <gdk-pixbuf/gdk-pixbuf.h>", "of gtk"),
    ("app/ent-bad.c", '#include "ent-cli.h"', "of cli"),
    ("main.c", "#include <gtk/gtk.h>", "of gtk"),
    ("model/ent-bad.c", "#include <curl/curl.h>", "of no library"),
    ("model/ent-bad.c", '#include "ent-nowhere.h"', "in 0 folders"),
    ("model/ent-scene.h", "\n", None),
    ("other/ent-bad.c", "", "not in the table"),
    ("model/ent-bad.c", "#include <gio/gio.h>\n#include <string.h>\n#include \"config.h\"", None),
    ("app/ent-good.c", "#include <gtk/gtk.h>\n#include \"ent-scene.h\"", None),
]

for name, text, word in PLANTED:
    @test(f"planted in {name}: {' '.join(text.split()) or 'a file'}")
    def _(name=name, text=text, word=word):
        tree = {"model/ent-date.h": "", "formats/ent-json-reader.h": "", "scene/ent-scene.h": "",
                "cli/ent-cli.h": ""}
        found = list(faults(tree | {name: text}))
        same(len(found), 0 if word is None else 1, found)
        if word is not None:
            assert word in found[0], found


@test("a header's name is used once")
def _():
    tree = {"model/ent-a.h": "", "scene/ent-a.h": "", "scene/ent-b.c": '#include "ent-a.h"'}
    same(len(list(faults(tree))), 1)


def compiles(flags, header):
    """Whether a file that includes the header compiles with the flags."""
    return subprocess.run([*flags, "-fsyntax-only", "-x", "c", "-"],
                          input=f"#include <{header}>\n", text=True, cwd=BUILD,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def core_flags():
    """The compiler and the flags of each source of the core, without input and output."""
    seen = set()
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        if "entente-core" not in entry["output"]:
            continue
        words = shlex.split(entry["command"])
        flags = []
        while words:
            word = words.pop(0)
            if word in ("-o", "-c", "-MF", "-MQ"):
                words.pop(0)
            elif word not in ("-MD", "-Werror"):
                flags.append(word)
        if tuple(flags) not in seen:
            seen.add(tuple(flags))
            yield flags


@test("the core is not given GTK's include path")
def _():
    flags_seen = list(core_flags())
    assert flags_seen
    with tempfile.TemporaryDirectory() as folder:
        for header in ("gtk/gtk.h", "adwaita.h"):
            path = pathlib.Path(folder) / header
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
            for flags in flags_seen:
                # With the path it compiles, so it is for want of the path that it does not.
                assert compiles([*flags, "-I", folder], header), f"{header} never compiles"
                assert not compiles(flags, header), f"{header} compiles with {flags}"
        none(word for flags in flags_seen for word in flags
             if re.search(r"gtk-[34]|libadwaita|graphene", word))


if __name__ == "__main__":
    tap.run()
