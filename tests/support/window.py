# window.py: the program on a private desktop, driven by keys and pointer, read over AT-SPI
#
# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import os
import re
import sys
import time

# What makes a warning of the program's fatal is not for the libraries that read it.
os.environ.pop("G_DEBUG", None)

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

import tap
from desktop import DEADLINE, FILL_SCREEN, PATIENCE, Desktop, until

# Nothing an accessible is called by its author: GTK's word for one without a name.
CLASS_NAME = re.compile(r"(Adw|Ent|Gdk|Gtk)[A-Z]\w*")

_desktop = None
_programs = []


def desktop():
    """The desktop of this test; made when first asked for."""
    global _desktop
    if _desktop is None:
        _desktop = Desktop()
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = _desktop.environment[name]
        Atspi.init()
        milliseconds = int(DEADLINE * 1000)
        Atspi.set_timeout(milliseconds, milliseconds)
        # What is remembered is soon wrong; we would rather ask again.
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    return _desktop


class Gone(Exception):
    """The accessible, or its whole program, is no more."""


def _asks(function):
    @functools.wraps(function)
    def ask(*arguments):
        try:
            return function(*arguments)
        except GLib.Error as error:
            raise Gone(error.message) from error
    return ask


class Node:
    """What a screen reader sees of a widget, asked anew each time."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    @property
    @_asks
    def role(self):
        return self.accessible.get_role_name()

    @property
    @_asks
    def name(self):
        """The name its author gave it, or none."""
        name = self.accessible.get_name() or ""
        return "" if CLASS_NAME.fullmatch(name) else name

    @property
    @_asks
    def description(self):
        return self.accessible.get_description() or ""

    @property
    @_asks
    def text(self):
        """What it says: the text in it, else its name."""
        if self.accessible.get_text_iface():
            said = Atspi.Text.get_text(self.accessible, 0, -1)
            if said:
                return said
        return self.name

    @_asks
    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def is_showing(self):
        return self.has("showing")

    @property
    @_asks
    def children(self):
        found = []
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                found.append(Node(self.program, child))
        return found

    @property
    @_asks
    def extents(self):
        """Where it is on the screen: x, y, width and height."""
        # GTK tells only what holds within a window, and that without its border.
        found = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        border = self.program.border
        return found.x + border, found.y + border, found.width, found.height

    @property
    def centre(self):
        x, y, width, height = self.extents
        return x + width // 2, y + height // 2

    def walk(self, depth=0):
        """This one and all below it that is on the screen, with their depths, parents first."""
        # GTK lists no others. Each question is a message there and one back, so there are as few as can be.
        yield self, depth
        try:
            children = self.children
        except Gone:
            return
        for child in children:
            yield from child.walk(depth + 1)

    def _search(self, role, name):
        for node, depth in self.walk():
            try:
                if depth > 0 and (name is None or _is_called(node, name)) and (role is None or node.role == role):
                    yield node
            except Gone:
                pass

    def all(self, role=None, name=None):
        """Those below that have this role and this name; a name may be a compiled pattern."""
        return list(self._search(role, name))

    def first(self, role=None, name=None):
        """The first such one below, or None."""
        return next(self._search(role, name), None)

    def find(self, role=None, name=None):
        """Waits for the first such one below."""
        return self.program.until(lambda: self.first(role, name),
                                  f"{role or 'something'} called {getattr(name, 'pattern', name)}")

    def click(self, button=1):
        self.program.click(*self.centre, button=button)

    @_asks
    def activate(self):
        """What a screen reader does to a button."""
        assert Atspi.Action.do_action(self.accessible, 0), f"nothing to do with {self}"

    def focus(self):
        """Goes to it by the keyboard."""
        for _ in range(60):
            if self.has("focused"):
                return
            self.program.key("Tab")
        # The last Tab may still be on its way.
        self.program.until(lambda: self.has("focused"), f"the focus on {self}")

    def __str__(self):
        try:
            states = [state for state in ("focusable", "focused", "selected", "checked", "expanded") if self.has(state)]
            return " ".join([self.role, repr(self.name), repr(self.description)] + states)
        except Gone as error:
            return f"gone: {error}"


def _is_called(node, name):
    return name.search(node.name) if hasattr(name, "search") else node.name == name


# The line below a letter, taken for part of the name.
MNEMONIC = re.compile(r"(^|\s)_\w")

# What is used by pressing, choosing or typing, whether or not the keyboard leads there.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "menu item", "check menu item",
            "radio menu item", "combo box", "slider", "spin button", "text", "entry", "link", "page tab"}


def misnamed(node):
    """The controls in view without a name, or with one not meant to be read, each with the way to it."""
    way = []
    for found, depth in node.walk():
        way[depth:] = [f"{found.role} {found.name!r}"]
        if MNEMONIC.search(found.name):
            yield " > ".join(way[1:])
        if found.name or not (found.has("focusable") or found.role in CONTROLS):
            continue
        # The keyboard comes to a pane that scrolls only when there is nothing in it to come to.
        if found.role == "scroll pane" and any(below.has("focusable") for below, _ in found.walk() if below is not found):
            continue
        yield " > ".join(way[1:])


class Program(Node):
    """The program, running, with its first window on all of the screen."""

    def __init__(self, *arguments, size=None, home=None, environment=None, command=None):
        self.desktop = desktop()
        self.display = {"DISPLAY": self.desktop.display(size)}
        self.size = size or self.desktop.size
        self.border = 0
        self.home = home or self.desktop.home()
        command = command or [os.environ["ENT_PROGRAM"]]
        self.process = self.desktop.start(
            [*command, *map(str, arguments)], "entente",
            {"G_DEBUG": "fatal-warnings"} | self.home | self.display | (environment or {}))
        _programs.append(self)
        super().__init__(self, None)
        self.accessible = self.until(self._find_accessible, "the program on the accessibility bus")
        self.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.fill_screen()

    def _find_accessible(self):
        screen = Atspi.get_desktop(0)
        for index in range(screen.get_child_count()):
            child = screen.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    @property
    def stderr(self):
        return self.desktop.said(self.process)

    def until(self, predicate, what, deadline=None):
        """Waits for the predicate while the program lives."""
        def holds():
            context = GLib.MainContext.default()
            while context.iteration(False):
                pass
            assert self.process.poll() is None, \
                f"waiting for {what() if callable(what) else what}, but the program ended: {self.process.returncode}"
            try:
                return predicate()
            except (Gone, GLib.Error):
                return None
        return until(holds, what, deadline)

    def window(self):
        """The window in front."""
        frames = [child for child in self.children if child.is_showing]
        active = [frame for frame in frames if frame.has("active")]
        return (active or frames or [None])[0]

    def fill_screen(self):
        """Lets the window in front fill the screen, and learns where it begins."""
        asked = 0

        def is_filled():
            nonlocal asked
            frame = self.window()
            if frame is None:
                return False
            extents = frame.accessible.get_extents(Atspi.CoordType.WINDOW)
            # A window without shadows has a border of a few pixels instead.
            border = self.size[0] - extents.width
            if border <= 16 and self.size[1] - extents.height <= 16:
                self.border = max(0, border // 2)
                return True
            if time.monotonic() > asked + 1:
                asked = time.monotonic()
                self.key(FILL_SCREEN)
            return False
        self.until(is_filled, lambda: f"a window of {self.size}, got {self.window()}")

    def do(self, action, parameter=None, window=1):
        """Does what stands behind a menu, a button or a link, over the bus: "win.back", "app.quit"."""
        path = "/io/github/entente/Entente"
        scope, _, name = action.partition(".")
        if scope == "win":
            path += f"/window/{window}"
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.set_exit_on_close(False)
        parameters = GLib.Variant("(sava{sv})", (name, [parameter] if parameter else [], {}))
        bus.call_sync("io.github.entente.Entente", path, "org.gtk.Actions", "Activate", parameters, None,
                      Gio.DBusCallFlags.NONE, int(DEADLINE * 1000), None)

    # What hands do.

    def xdotool(self, *arguments):
        self.desktop.run(["xdotool", *map(str, arguments)], self.display)

    def key(self, *keys):
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.xdotool("type", "--delay", "5", "--", text)

    def move(self, x, y):
        self.xdotool("mousemove", x, y)

    def click(self, x, y, button=1):
        self.xdotool("mousemove", x, y, "click", button)

    def double_click(self, x, y):
        self.xdotool("mousemove", x, y, "click", "--repeat", 2, "--delay", 40, 1)

    def wheel(self, x, y, clicks, key=None):
        """Turns the wheel down, or up when clicks are negative, while a key is held."""
        turn = ["click", "--repeat", abs(clicks), "--delay", 15, 4 if clicks < 0 else 5]
        held = ["keydown", key, *turn, "keyup", key] if key else turn
        self.xdotool("mousemove", x, y, *held)

    def drag(self, x1, y1, x2, y2):
        moves = [step for i in range(1, 9) for step in
                 ("mousemove", x1 + (x2 - x1) * i // 8, y1 + (y2 - y1) * i // 8, "sleep", "0.01")]
        self.xdotool("mousemove", x1, y1, "mousedown", 1, *moves, "mouseup", 1)

    # The end.

    def wait(self):
        """Waits for the end; the exit status."""
        return until(lambda: (self.process.poll(),) if self.process.poll() is not None else None,
                     "the end of the program")[0]

    def close(self):
        """Closes the only window by its button, and sees that all was without trouble."""
        self.find("push button", "Close").activate()
        self._ends_well()

    def quit(self):
        """Leaves as the keyboard does, and sees that all was without trouble."""
        self.key("ctrl+q")
        self._ends_well()

    def _ends_well(self):
        status = self.wait()
        _programs.remove(self)
        assert status == 0, f"exit status {status}\n{self.stderr}"
        assert self.stderr == "", f"said on standard error:\n{self.stderr}"

    def stop(self):
        """Ends it in whatever state it is."""
        if self in _programs:
            _programs.remove(self)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def tree(self, longest=400):
        """What there is to see, for whoever must find out what went wrong."""
        rows = []
        for node, depth in self.walk():
            rows.append("  " * depth + str(node))
            if len(rows) == longest:
                rows.append("…")
                break
        return "\n".join(rows)


def _tell(program):
    """Says on standard error, as TAP has it, what a program in trouble said and showed."""
    said = [f"the program said: {program.process.args}", *program.stderr.splitlines()[-60:]]
    if program.process.poll() is None:
        try:
            said += ["it showed:", *program.tree().splitlines()]
        except (Gone, GLib.Error) as error:
            said.append(f"it showed nothing: {error}")
    else:
        said.append(f"its exit status is {program.process.returncode}")
    for line in said:
        print("# " + line, file=sys.stderr)


def test(name):
    """As tap.test, for what has windows: it ends programs that are left, and tells of those in trouble."""
    def register(function):
        def run():
            began = time.monotonic()
            try:
                function()
            except BaseException:
                for program in _programs:
                    _tell(program)
                raise
            finally:
                for program in list(_programs):
                    program.stop()
                print(f"# {time.monotonic() - began:.1f} s")
        return tap.test(name)(run)
    return register


def run():
    """As tap.run; nothing outlives it."""
    try:
        tap.run()
    finally:
        if _desktop is not None:
            _desktop.close()
