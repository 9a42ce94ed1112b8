"""Calendar files (RFC 5545)."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta

import icalendar

from library.texts import Texts

from .appointment import Appointment

_STARTS = time(10, 0)
"""When the entry stands until it is moved: at this time where the calendar is, whatever its time zone."""


class _Text(icalendar.vText):
    """Words as RFC 5545, section 3.3.11, writes them. icalendar's own would take "C:\\Notes" for two lines."""

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", r"\n").encode()


def write(appointments: Iterable[Appointment], texts: Texts) -> bytes:
    """Appointments as a calendar with an event for each."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{texts.say('library.name')}//EN-GB")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", appointment.id)
    event.add("dtstamp", datetime.fromisoformat(f"{appointment.written.isoformat()}T00:00:00+00:00"))
    event.add("dtstart", datetime.combine(appointment.day, _STARTS))
    event.add("duration", timedelta(minutes=appointment.minutes))
    event.add("summary", _Text(appointment.title))
    event.add("description", _Text("\n".join(appointment.description)))
    if appointment.address:
        event.add("url", appointment.address)
    return event
