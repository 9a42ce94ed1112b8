"""Calendar files (RFC 5545): a session of the right length, with its agenda, to move to one's own day."""

import re
import uuid
from datetime import datetime, time, timedelta

import icalendar

from .sheets import Sheet
from .view import LIBRARY

_STARTS = time(10, 0)
"""When the entry stands until it is moved: at this time where the calendar is, whatever its time zone."""


class _Text(icalendar.vText):
    """Words as RFC 5545, section 3.3.11, writes them. icalendar's own would take "C:\\Notes" for two lines."""

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", r"\n").encode()


class CalendarMaker:
    """Makes .ics files."""

    identity = b"ics"

    def make(self, sheet: Sheet) -> bytes:
        """One calendar with one event, on the day by which the document is to be looked at again."""
        view = sheet.view
        event = icalendar.Event()
        event.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, sheet.path)}")
        event.add("dtstamp", datetime.fromisoformat(f"{view['revised-on']}T00:00:00+00:00"))
        event.add("dtstart", datetime.combine(datetime.fromisoformat(view["review-by"]), _STARTS))
        event.add("duration", timedelta(minutes=view["length"]))
        event.add("summary", _Text(view["title"]))
        event.add("description", _Text("\n".join(view["description"])))
        if view["address"]:
            event.add("url", view["address"])
        calendar = icalendar.Calendar()
        calendar.add("prodid", f"-//{LIBRARY}//EN-GB")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add_component(event)
        return bytes(calendar.to_ical())
