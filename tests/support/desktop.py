# desktop.py: a private desktop for tests: a display, a window manager, a bus, accessibility
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As a program, "desktop.py COMMAND [ARGUMENT…]" runs the command on such a desktop.
import atexit
import ctypes
import os
import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

# How much slower than a developer's machine this one may be; the sanitizers count in.
PATIENCE = float(os.environ.get("ENT_TEST_PATIENCE", "1"))
# Generous: only what fails waits so long, and a machine may have other work.
DEADLINE = 40 * PATIENCE

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

# What would let the desktop the tests are run from, or the taste of its owner, shine through.
FOREIGN = re.compile(r"(DISPLAY|WAYLAND_.*|XAUTHORITY|DBUS_.*|AT_SPI_.*|NO_AT_BRIDGE|GTK_.*|GDK_.*|GSK_.*|ADW_.*|"
                     r"XDG_.*|G_DEBUG|G_MESSAGES_.*|DESKTOP_SESSION|XMODIFIERS|QT_.*|LC_.*|LANG|LANGUAGE|TZ)")

# A bus that starts nothing by itself: the session of a test has no services but our own.
SESSION_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# Openbox takes but one key from the programs: it makes the window fill the screen, so that
# what an accessible says of its place in the window holds on the screen too.
FILL_SCREEN = "super+F12"
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse><focusLast>yes</focusLast></focus>
  <desktops><number>1</number><firstdesk>1</firstdesk><popupTime>0</popupTime></desktops>
  <keyboard><keybind key="W-F12"><action name="Maximize"/></keybind></keyboard>
  <mouse><context name="Client">
    <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
  </context></mouse>
  <applications>
    <application type="normal"><decor>no</decor><focus>yes</focus></application>
  </applications>
</openbox_config>
"""

_libc = ctypes.CDLL(None, use_errno=True)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def until(predicate, what, deadline=None):
    """What the predicate says once it says something; fails when it has not in time."""
    end = time.monotonic() + (deadline or DEADLINE)
    pause = 0.01
    while True:
        said = predicate()
        if said:
            return said
        if time.monotonic() > end:
            raise AssertionError(f"in vain waited for {what() if callable(what) else what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.25)


def _children(pid):
    """The processes below one, whoever of them started it."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        fields = text.rpartition(")")[2].split()
        if int(fields[1]) == pid and fields[0] != "Z":
            found.append((int(stat.parent.name), text[text.index("(") + 1:text.rindex(")")]))
    return found


class Desktop:
    """A display, a window manager and a bus of their own, gone with the process that made them."""

    def __init__(self, size=(1600, 1000)):
        # Whoever loses its parent becomes our child, so that no service outlives the test.
        _libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        atexit.register(self.close)
        self.maker = os.getpid()
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="entente-"))
        self.processes = []
        self.displays = {}
        self.pictures = {}
        self.homes = 0
        self.environment = {name: value for name, value in os.environ.items() if not FOREIGN.fullmatch(name)}
        self.environment.update(
            LC_ALL="C.UTF-8", LANGUAGE="en", TZ="UTC", GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi",
            GTK_USE_PORTAL="0", ADW_DISABLE_PORTAL="1", GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local",
            GIO_USE_VOLUME_MONITOR="unix", XDG_RUNTIME_DIR=self.folder("run"),
            XDG_CONFIG_DIRS=self.folder("config"), HOME=self.folder("home"))
        self.environment.update(self.home())
        self.size = size
        self.environment["DISPLAY"] = self.display(size)
        self._start_buses()

    def folder(self, name):
        path = self.scratch / name
        path.mkdir(mode=0o700, exist_ok=True)
        return str(path)

    def home(self):
        """The variables for folders that no program has written to yet. The cache, which holds
        only what fontconfig found, is one for all."""
        self.homes += 1
        names = {f"XDG_{kind.upper()}_HOME": self.folder(f"{kind}-{self.homes}")
                 for kind in ("config", "data", "state")}
        return names | {"XDG_CACHE_HOME": self.folder("cache")}

    def start(self, arguments, name=None, environment=None, **options):
        """Starts a process that does not outlive this one; what it says goes to a file."""
        name = name or pathlib.Path(arguments[0]).name
        log = self.scratch / f"{name}-{len(self.processes)}.log"
        with log.open("wb") as output:
            try:
                process = subprocess.Popen(
                    arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                    env=self.environment | (environment or {}), preexec_fn=_die_with_parent, **options)
            except FileNotFoundError as error:
                raise AssertionError(f"{arguments[0]} is missing; build-aux/install-packages test brings it") from error
        process.log = log
        process.name = name
        self.processes.append(process)
        return process

    def said(self, process):
        return process.log.read_text(encoding="utf-8", errors="replace")

    def display(self, size=None):
        """The name of a display of this size, with a window manager on it."""
        size = size or self.size
        if size not in self.displays:
            for attempt in range(5):
                name = self._start_display(size)
                if name:
                    break
                time.sleep(attempt)
            else:
                raise AssertionError("no display:\n" + self.said(self.processes[-1]))
            self.displays[size] = name
            self._start_window_manager(name)
        return self.displays[size]

    def _start_display(self, size):
        ours, theirs = os.pipe()
        picture = self.folder(f"picture-{len(self.processes)}")
        server = self.start(["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{size[0]}x{size[1]}x24",
                             "-fbdir", picture, "-nolisten", "tcp", "-noreset"],
                            pass_fds=[theirs])
        os.close(theirs)
        # The number comes with its line's end when the server is ready; the end of the pipe, when it is not to be.
        number = b""
        end = time.monotonic() + DEADLINE
        while not number.endswith(b"\n") and select.select([ours], [], [], max(0, end - time.monotonic()))[0]:
            byte = os.read(ours, 1)
            if not byte:
                break
            number += byte
        os.close(ours)
        if number.endswith(b"\n"):
            name = ":" + number.decode().strip()
            self.pictures[name] = pathlib.Path(picture) / "Xvfb_screen0"
            return name
        server.kill()
        server.wait()
        return None

    def _start_window_manager(self, display):
        config = self.scratch / "openbox.xml"
        config.write_text(OPENBOX, encoding="utf-8")
        ready = self.scratch / f"managed{display}"
        manager = self.start(["openbox", "--sm-disable", "--config-file", str(config), "--startup", f"touch {ready}"],
                             environment={"DISPLAY": display})

        def manages():
            assert manager.poll() is None, "the window manager ended:\n" + self.said(manager)
            return ready.exists()
        until(manages, "the window manager")

    def _start_bus(self, name, variable, config):
        path = self.scratch / "run" / name
        # What the bus itself starts is to know it, too.
        self.environment[variable] = f"unix:path={path}"
        daemon = self.start(["dbus-daemon", f"--config-file={config}", f"--address={self.environment[variable]}",
                             "--nofork", "--nopidfile"])

        def listens():
            assert daemon.poll() is None, "the bus ended:\n" + self.said(daemon)
            # The file is there before anybody listens.
            with socket.socket(socket.AF_UNIX) as caller:
                return caller.connect_ex(str(path)) == 0
        until(listens, f"the bus for {name}")

    def _start_buses(self):
        config = self.scratch / "session.xml"
        config.write_text(SESSION_BUS, encoding="utf-8")
        self._start_bus("session", "DBUS_SESSION_BUS_ADDRESS", config)
        # Accessibility has a bus of its own. The launcher of that one leaves it behind when killed.
        config = pathlib.Path("/usr/share/defaults/at-spi2/accessibility.conf")
        assert config.exists(), "at-spi2-core is missing; build-aux/install-packages test brings it"
        self._start_bus("accessibility", "AT_SPI_BUS_ADDRESS", config)

    def run(self, arguments, environment=None):
        """The output of a short command."""
        done = subprocess.run(arguments, env=self.environment | (environment or {}), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=DEADLINE,
                              check=False)
        return done.stdout

    def close(self):
        """Ends all that was started, and what that started."""
        if os.getpid() != self.maker or self.scratch is None:
            return
        for number in (signal.SIGTERM, signal.SIGKILL):
            # Programs before the bus, the bus before the display: each while it can still say goodbye.
            for process in reversed(self.processes):
                if process.poll() is None:
                    process.send_signal(number)
                    try:
                        process.wait(2 * PATIENCE)
                    except subprocess.TimeoutExpired:
                        pass
        end = time.monotonic() + DEADLINE
        number = signal.SIGTERM
        while (left := _children(os.getpid())) and time.monotonic() < end:
            for pid, _ in left:
                os.kill(pid, number)
            time.sleep(0.1)
            while True:
                try:
                    if os.waitpid(-1, os.WNOHANG)[0] == 0:
                        break
                except ChildProcessError:
                    break
            number = signal.SIGKILL
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch = None


def main():
    desktop = Desktop()
    command = subprocess.Popen(sys.argv[1:], env=desktop.environment | {"G_DEBUG": "fatal-warnings"},
                               stdin=subprocess.DEVNULL, preexec_fn=_die_with_parent)
    status = command.wait()
    if status < 0:
        print(f"# {sys.argv[1]}: {signal.strsignal(-status)}", file=sys.stderr)
    sys.exit(1 if status < 0 else status)


if __name__ == "__main__":
    main()
