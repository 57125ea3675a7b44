#!/usr/bin/env python3
# test-translations.py: everything said to people is translated, into every language of po/
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])
PO = ROOT / "po"
LANGUAGES = (PO / "LINGUAS").read_text(encoding="utf-8").split()
POTFILES = [line for line in (PO / "POTFILES").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]

# As Meson's i18n preset "glib" gives them to xgettext.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
SAYS_SOMETHING = {
    ".c": re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*\""),
    ".ui": re.compile(r"translatable=\"(?:yes|true)\""),
    ".in": re.compile(r"^(?:Name=|  <name>)", re.MULTILINE),
    ".xml": re.compile(r"<schemalist gettext-domain="),
}


def tool(*arguments):
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"})


def messages(path, *only):
    """The entries of a catalogue that msgattrib picks, without its header."""
    found = tool("msgattrib", "--no-wrap", *only, path)
    same(found.returncode, 0, found.stderr)
    # A text of several lines begins with an empty one; so does the header, which nothing follows.
    return [one or several for one, several in
            re.findall(r'^(?:#~ )?msgid (?:"(.+)"|""\n(?:#~ )?"(.+)")$', found.stdout, re.MULTILINE)]


@test("POTFILES is sorted, each file once and there")
def _():
    same(POTFILES, sorted(set(POTFILES)))
    none(name for name in POTFILES if not (ROOT / name).is_file())


@test("every source that says something to people is in POTFILES")
def _():
    sources = [path for folder in ("src", "ui", "data") for path in (ROOT / folder).rglob("*")
               if path.suffix in SAYS_SOMETHING]
    assert len(sources) > 10, sources
    none(name for path in sorted(sources) if (name := str(path.relative_to(ROOT))) not in POTFILES
         and SAYS_SOMETHING[path.suffix].search(path.read_text(encoding="utf-8")))


@test("LINGUAS names every catalogue")
def _():
    same(sorted(LANGUAGES), sorted(path.stem for path in PO.glob("*.po")))


def hold(language):
    catalogue = PO / f"{language}.po"

    @test(f"{language}: no message is untranslated or fuzzy")
    def _():
        none(messages(catalogue, "--untranslated"))
        none(messages(catalogue, "--only-fuzzy"))
        none(messages(catalogue, "--only-obsolete"), "no longer said; take them out")

    @test(f"{language}: formats and line ends are those of the original")
    def _():
        found = tool("msgfmt", "--check", "--output-file=/dev/null", catalogue)
        same(found.returncode, 0, found.stderr)

    @test(f"{language}: every message of the sources is in the catalogue")
    def _():
        with tempfile.TemporaryDirectory() as folder:
            template = pathlib.Path(folder) / "entente.pot"
            made = tool("xgettext", "--from-code=UTF-8", f"--output={template}", "--files-from=po/POTFILES",
                        *(f"--keyword={keyword}" for keyword in KEYWORDS))
            same(made.returncode, 0, made.stderr)
            assert len(messages(template, "--untranslated")) > 10, "the sources say next to nothing"
            found = tool("msgcmp", catalogue, template)
            same(found.returncode, 0, found.stderr + "\nTo mend: meson compile -C build entente-update-po, translate.")


for language in LANGUAGES:
    hold(language)

if __name__ == "__main__":
    sys.exit(tap.run())
