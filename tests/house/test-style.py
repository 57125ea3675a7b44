#!/usr/bin/env python3
# test-style.py: what can be seen of the style without understanding the code
#
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess

import tap
from tap import none, same, test

ROOT = pathlib.Path(os.environ["ENT_SOURCE_ROOT"])
FOLDERS = ("src", "tests", "build-aux", ".ci")
TYPES = (".c", ".h", ".py", ".sh", ".build", ".md")
LONGEST = 800
LARGEST = 1 << 20
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

# What needs no word: it says in its name all there is to say.
PLAIN = re.compile(r"ent_\w+_(ref|unref|free|quark|get_type)")


def read_tree():
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    paths += [path for path in ROOT.iterdir() if path.suffix in TYPES and path.is_file()]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(paths)
            if path.suffix in TYPES or (path.suffix == "" and "seeds" not in path.parts
                                        and os.access(path, os.X_OK))}


def is_code(name):
    return name.endswith((".c", ".h"))


def lines_of(tree, pattern, chosen=lambda name: True):
    for name, text in tree.items():
        if chosen(name):
            for number, line in enumerate(text.split("\n"), 1):
                if re.search(pattern, line):
                    yield f"{name}:{number}: {line.strip()}"


def unlicensed(tree):
    """Files whose first lines do not say the licence, and C files that do not say their name."""
    for name, text in tree.items():
        if name.endswith((".md", ".build")):
            continue
        if LICENCE not in "\n".join(text.split("\n")[:6]):
            yield f"{name}: no licence"
        if is_code(name) and not text.startswith(f"/* {name.rsplit('/', 1)[-1]}: "):
            yield f"{name}: the first line does not say what the file is"


def long_files(tree):
    for name, text in tree.items():
        if name.startswith(("src/", "tests/")) and text.count("\n") > LONGEST:
            yield f"{name}: {text.count(chr(10))} lines"


def tracked():
    """What git keeps, with its size; nothing where the tree is no checkout."""
    done = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True)
    names = done.stdout.split("\0")[:-1] if done.returncode == 0 else []
    return {name: (ROOT / name).stat().st_size for name in names if (ROOT / name).is_file()}


def declared(text):
    """The functions a header declares, and whether each has a doc comment before it."""
    text = re.sub(r"/\*(?!\*).*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", "", text, flags=re.MULTILINE)
    # Of a struct only the outside counts; of an inline function, its head.
    while re.search(r"\{[^{}]*\}", text):
        text = re.sub(r"\{[^{}]*\}", ";", text)
    for statement in re.split(r"[;]|\bG_(?:BEGIN|END)_DECLS\b", text):
        code = re.sub(r"/\*\*.*?\*/", "", statement, flags=re.DOTALL)
        if "typedef" in code or "(" not in code:
            continue
        # GLib's own macros, one to a line without a semicolon
        code = re.sub(r"^G_\w+ \(.*\)$", "", code, flags=re.MULTILINE)
        match = re.search(r"\b(ent_\w+)\s*\(", code)
        if match and "static inline" not in code:
            yield match.group(1), "/**" in statement


def undocumented(tree):
    """Functions of headers with a doc comment neither there nor in a .c of the folder. Private
    headers and inline functions are left to sense."""
    said = {}
    defined = set()
    for name, text in tree.items():
        if name.endswith(".c"):
            said.setdefault(name.rsplit("/", 1)[0], set()).update(
                re.findall(r"/\*\*\s+(?:\* )?(ent_\w+):", text))
            defined.update(re.findall(r"^(ent_\w+) \(", text, re.MULTILINE))
    for name, text in tree.items():
        if name.endswith(".h") and not name.endswith("-private.h") and name.startswith("src/"):
            for function, documented in declared(text):
                if not documented and function in defined and not PLAIN.fullmatch(function) \
                   and function not in said.get(name.rsplit("/", 1)[0], ()):
                    yield f"{name}: {function}"


TREE = read_tree()


@test("the tree is here")
def _():
    for name in ("src/main.c", "tests/support/tap.py", "build-aux/test", ".ci/run", "meson.build"):
        assert name in TREE, name


@test("no white space at the end of a line")
def _():
    none(lines_of(TREE, r"[ \t\r]$"))


@test("no tabs in C")
def _():
    none(lines_of(TREE, r"\t", is_code))


@test("files end with one newline")
def _():
    none(name for name, text in TREE.items() if not text.endswith("\n") or text.endswith("\n\n"))


@test("every file says its licence, and every C file what it is")
def _():
    none(unlicensed(TREE))


@test(f"no file is longer than {LONGEST} lines")
def _():
    none(long_files(TREE))


@test("every public function has a doc comment")
def _():
    assert sum(1 for name, text in TREE.items() if name.endswith(".h") for _ in declared(text)) > 50
    none(undocumented(TREE))


@test("nothing is left to do later")
def _():
    none(lines_of(TREE, r"\b(TODO|FIX" r"ME|X" r"XX)\b", is_code))


@test("nothing large is kept, such as a dump of a program that ended badly")
def _():
    none(f"{name}: {size} bytes" for name, size in tracked().items() if size > LARGEST)


# The checks themselves.

@test("white space and tabs are seen")
def _():
    tree = {"a.c": "int x; \n", "b.c": "\tint y;\n", "c.c": "int z;\n"}
    same(list(lines_of(tree, r"[ \t\r]$")), ["a.c:1: int x;"])
    same(list(lines_of(tree, r"\t", is_code)), ["b.c:1: int y;"])


@test("a missing licence or first line is seen")
def _():
    head = f"/* a.c: what it is\n *\n * {LICENCE}\n */\n"
    same(list(unlicensed({"src/a.c": head})), [])
    same(len(list(unlicensed({"src/b.c": head}))), 1)
    same(len(list(unlicensed({"src/a.c": "/* a.c: what it is\n */\n"}))), 1)
    same(len(list(unlicensed({"a.py": "import os\n"}))), 1)


@test("a long file is seen")
def _():
    same(len(list(long_files({"src/a.c": "\n" * (LONGEST + 1), "src/b.c": "\n" * LONGEST}))), 1)


HEADER = """/* ent-a.h: a
 */
#pragma once
#define ENT_A(x) \\
  ent_macro (x)
G_BEGIN_DECLS

/** EntA: a thing. */
typedef struct
{
  int (*function) (int ent_x (void));
} EntA;
typedef void (*EntCallback) (gpointer data);
G_DECLARE_FINAL_TYPE (EntB, ent_b, ENT, B, GObject)

/* Group */
EntA   *ent_a_new        (const char *text,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void    ent_a_free       (EntA       *self);
gboolean
ent_a_is_documented (EntA *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntA, ent_a_free)

static inline int
ent_a_bare (int x)
{
  if (x)
    { return ent_call (x); }
  return 1;
}

/** What it tells. */
int ent_a_told (int x);
G_END_DECLS
"""


@test("a function without a doc comment is seen")
def _():
    same([name for name, _ in declared(HEADER)],
         ["ent_a_new", "ent_a_free", "ent_a_is_documented", "ent_a_told"])
    tree = {"src/model/ent-a.h": HEADER, "src/model/ent-a.c": "/**\n * ent_a_is_documented:\n */\nint\n"
            "ent_a_is_documented (EntA *self)\nint\nent_a_new (void)\nint\nent_a_free (EntA *self)\n",
            "src/model/ent-a-private.h": "int ent_a_private (void);\n",
            "src/scene/ent-b.c": "/**\n * ent_a_new:\n */\n"}
    same(list(undocumented(tree)), ["src/model/ent-a.h: ent_a_new"])
    tree["src/model/ent-a.c"] += "/** ent_a_new: (skip): makes one */\n"
    same(list(undocumented(tree)), [])


if __name__ == "__main__":
    tap.run()
