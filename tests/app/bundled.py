# bundled.py: what the window must say of the events of the bundled timeline
#
# SPDX-License-Identifier: GPL-3.0-or-later
import calendar
import json
import os
import pathlib
import re

PATH = pathlib.Path(os.environ["ENT_SOURCE_ROOT"]) / "data" / "timelines" / "us-china-cyber.entente.json"

# The few forms of EDTF that the timeline uses.
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December"]


def _ends(edtf):
    ends = edtf.split("/")
    return ends[0], ends[-1]


def _parts(end):
    return [part and int(part) for part in DATE.fullmatch(end).groups()]


def _last_day(end):
    if end == "..":
        return 9999, 12, 31
    year, month, day = _parts(end)
    month = month or 12
    return year, month, day or calendar.monthrange(year, month)[1]


def _first_day(end):
    year, month, day = _parts(end)
    return year, month or 1, day or 1


def in_time_order(events):
    """As Entente has them everywhere: by the earliest start, then the latest end, then the file."""
    def key(event):
        start, end = _ends(event["date"])
        return _first_day(start), _last_day(end)
    return sorted(events, key=key)


def date_is_told(edtf, text):
    """Whether a text names all that the date names, and no day or year that it does not."""
    ends = [end for end in _ends(edtf) if end != ".."]
    told = set()
    for end in ends:
        year, month, day = _parts(end)
        told |= {year, day}
        if month and MONTHS[month - 1][:3] not in text:
            return False
    said = {int(number) for number in re.findall(r"\d+", text)}
    return said == told - {None}


TIMELINE = json.loads(PATH.read_text(encoding="utf-8"))
EVENTS = in_time_order(TIMELINE["events"])
TITLE = TIMELINE["title"]["en"]


def title(event):
    return event["title"]["en"]


def first_source(event):
    """What stands for the first source: its title, or its publisher when it has none."""
    source = event["sources"][0]
    return source.get("title") or source["publisher"]
