"""Dates as headers, pages and feeds write them. None is ever guessed: 03/04/2023 may be two days, and is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

from schemas.dates import PartialDate

FORMATS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


def date_of(text: str) -> PartialDate:
    """ISO 8601 to the second, day, month or year; a mail's or a feed's date; a day as English writes it.

    Of a moment the day as written counts. ValueError says what else was found.
    """
    for read_day in (datetime.fromisoformat, parsedate_to_datetime, *map(written, FORMATS)):
        try:
            return PartialDate.of(read_day(text.strip()).date())
        except (ValueError, OverflowError):  # the latter for years and offsets that no calendar has
            continue
    return PartialDate.parse(text)


def written(form: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, form)  # noqa: DTZ007 - only its day is used


def known(text: str | None) -> str | None:
    """The date as schemas.wire.article takes it, or None where the text tells none that is certain."""
    try:
        return str(date_of(text)) if text else None
    except ValueError:
        return None
