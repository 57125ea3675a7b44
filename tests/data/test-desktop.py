#!/usr/bin/env python3
# test-desktop.py: what a desktop is told of Entente is valid, and true
#
# SPDX-License-Identifier: GPL-3.0-or-later
import configparser
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])
DATA = ROOT / "data"
BUILT = pathlib.Path(os.environ["ENT_BUILD_ROOT"]) / "data"
ID = "io.github.entente.Entente"
TYPE = "application/vnd.entente+json"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SVG = "{http://www.w3.org/2000/svg}"

ICON = DATA / "icons" / "scalable" / "apps" / f"{ID}.svg"
SYMBOLIC = DATA / "icons" / "symbolic" / "apps" / f"{ID}-symbolic.svg"
METAINFO = ElementTree.parse(BUILT / f"{ID}.metainfo.xml").getroot()


def says(*command, status=0, **environment):
    """What a command prints, on either stream."""
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         env=os.environ | {"LC_ALL": "C.UTF-8"} | environment)
    same(run.returncode, status, run.stdout)
    return run.stdout


def desktop_entry():
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(BUILT / f"{ID}.desktop", encoding="utf-8")
    return entry["Desktop Entry"]


@test("the desktop file is valid")
def _():
    same(says("desktop-file-validate", BUILT / f"{ID}.desktop"), "")


@test("the desktop file starts the program, with files of its type, in both languages")
def _():
    entry = desktop_entry()
    same(entry["Exec"], "entente %F")
    same(entry["MimeType"], TYPE + ";")
    same(entry["Icon"], ID)
    none(key for key in ("Name", "GenericName", "Comment", "Keywords") if not entry.get(key + "[zh_CN]"))


@test("the metainfo is valid")
def _():
    says("appstreamcli", "validate", "--no-net", "--no-color", "--explain", BUILT / f"{ID}.metainfo.xml")


@test("the metainfo agrees with what else is known")
def _():
    version = says(os.environ["ENT_PROGRAM"], "--version").split()[1]
    same(METAINFO.findtext("id"), ID)
    same(METAINFO.findtext("launchable"), f"{ID}.desktop")
    same(METAINFO.find("releases/release").get("version"), version)
    same(METAINFO.findtext("provides/mediatype"), TYPE)
    same(METAINFO.findtext("summary"), desktop_entry()["Comment"])
    same([category.text for category in METAINFO.findall("categories/category")],
         [name for name in desktop_entry()["Categories"].split(";") if name and name not in ("GNOME", "GTK")])


@test("the metainfo is in both languages")
def _():
    for path in ("name", "summary", "description/p", "description/ul/li", "screenshots/screenshot/caption",
                 "releases/release/description/p"):
        texts = METAINFO.findall(path)
        same(sum(text.get(LANG) is None for text in texts), sum(text.get(LANG) == "zh_CN" for text in texts), path)


@test("every screenshot is there, a PNG as wide as software centres ask for")
def _():
    names = [image.text.rsplit("/", 1)[1] for image in METAINFO.findall("screenshots/screenshot/image")]
    assert names
    for name in names:
        head = (DATA / "screenshots" / name).read_bytes()[:24]
        same(head[:8], b"\x89PNG\r\n\x1a\n", name)
        width, height = struct.unpack(">II", head[16:])
        assert 624 <= width <= 1920 * 2 and height >= 351, (name, width, height)


@test("the icons are SVG of the right size")
def _():
    for path, size in ((ICON, 128), (SYMBOLIC, 16)):
        same(says("xmllint", "--noout", "--nonet", path), "")
        root = ElementTree.parse(path).getroot()
        same([root.tag, root.get("width"), root.get("height"), root.get("viewBox")],
             [SVG + "svg", str(size), str(size), f"0 0 {size} {size}"], path)
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "icon.png"
            same(says("rsvg-convert", "--output", picture, path), "")
            same(struct.unpack(">II", picture.read_bytes()[16:24]), (size, size))


@test("the icons hold nothing from elsewhere, and the symbolic one fills of one colour only")
def _():
    for path in (ICON, SYMBOLIC):
        text = path.read_text(encoding="utf-8")
        none(re.findall(r"<(?:image|script|style|text|foreignObject|use)\b|href|url\((?!#)", text), path)
    text = SYMBOLIC.read_text(encoding="utf-8")
    same(len(set(re.findall(r"#[0-9a-fA-F]{3,8}", text))), 1)
    none(re.findall(r"\b(?:stroke|opacity|fill-opacity|class|style|mask|clip)[\w-]*=", text))


@test("the program carries its icons")
def _():
    there = says("gresource", "list", os.environ["ENT_PROGRAM"]).split()
    none(path for icon in (ICON, SYMBOLIC)
         if (path := f"/io/github/entente/Entente/{icon.relative_to(DATA)}") not in there)


def with_mime(query):
    """Calls query with an environment in which our type is installed beside the system's."""
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "mime" / "packages"
        packages.mkdir(parents=True)
        (packages / f"{ID}.xml").write_bytes((DATA / f"{ID}.xml").read_bytes())
        environment = {"XDG_DATA_HOME": folder, "XDG_DATA_DIRS": "/usr/local/share:/usr/share"}
        same(says("update-mime-database", packages.parent, **environment), "")
        query(pathlib.Path(folder), environment)


@test("the type is valid, a kind of JSON, and named in both languages")
def _():
    def query(folder, environment):
        assert f"{TYPE} application/json" in (folder / "mime" / "subclasses").read_text(encoding="utf-8").split("\n")
        described = ElementTree.parse(folder / "mime" / (TYPE + ".xml")).getroot()
        same({comment.get(LANG) for comment in described if comment.tag.endswith("comment")}, {None, "zh_CN"})
    with_mime(query)


@test("a timeline is known by its name or its beginning, and nothing else is taken for one")
def _():
    timeline = (DATA / "timelines" / "us-china-cyber.entente.json").read_bytes()
    files = {
        "a.entente.json": (timeline, TYPE),
        "b.entente.json": (b"[]", TYPE),
        "timeline": (timeline, TYPE),
        "dense": (b'{"format":"entente","version":1,"events":[]}', TYPE),
        "other.json": (b'{"format": "geojson"}', "application/json"),
        "talk": (b'of "format": "entente"\n', "text/plain"),
    }

    def query(folder, environment):
        found = {}
        for name, (content, _) in files.items():
            (folder / name).write_bytes(content)
            told = says("gio", "info", "--attributes=standard::content-type", folder / name, **environment)
            found[name] = re.search(r"standard::content-type: (\S+)", told)[1]
        same(found, {name: kind for name, (_, kind) in files.items()})
    with_mime(query)


@test("the preferences are valid, and compiled where the program is built")
def _():
    same(says("glib-compile-schemas", "--strict", "--dry-run", DATA), "")
    known = says("gsettings", "list-recursively", ID, GSETTINGS_SCHEMA_DIR=str(BUILT), GSETTINGS_BACKEND="memory")
    keys = re.findall(r'<key name="([^"]+)"', (DATA / f"{ID}.gschema.xml").read_text(encoding="utf-8"))
    same(sorted(re.findall(rf"^{re.escape(ID)} (\S+)", known, re.MULTILINE)), sorted(keys))


if __name__ == "__main__":
    tap.run()
