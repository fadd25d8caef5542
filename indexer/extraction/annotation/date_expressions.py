"""Dates in a text ("on Monday", "July 15", "a day later"), resolved against the day of publication.

Nothing is made up: without a day of publication a weekday stays unknown, "earlier this month" is a month, and a date
that only bounds something ("until Friday", "since June") or lies ahead is marked as such.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from indexer.extraction.model.annotation import DateExpression
from schemas.dates import PartialDate
from schemas.statement import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name)[1:]
MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}

MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
COUNT = rf"(?:(?i:{'|'.join(COUNTS)})|\d{{1,3}})"
PART = "day|morning|afternoon|evening|night"
YEAR = r"(?:1[89]|20)\d{2}"
WITH_MONTH = r"(?i:in|last|since|until|by|from|this|next|before|after|during)\ (?:late\ |early\ |mid-)?"
EXPRESSION = re.compile(
    rf"""\b(?:
    (?P<iso>{YEAR}-\d{{2}}-\d{{2}})
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{MONTH})(?:,?\ (?P<year>{YEAR}))?
    | (?P<us_month>{MONTH})\ (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\ (?P<us_year>{YEAR}))?
    | (?P<month_of>{MONTH})\ (?P<of_year>{YEAR})
    | (?P<before_month>{WITH_MONTH})(?P<only_month>{"|".join(MONTHS)})(?!\ \d)
    | (?P<weekday>{"|".join(WEEKDAYS)})
    | (?P<near>(?i:yesterday|today|tonight|this\ (?:morning|afternoon|evening)|last\ night|tomorrow))
    | (?P<which>(?i:this|last|next))\ (?P<unit>week|month|year)
    | (?P<ago>{COUNT})\ (?P<ago_unit>day|week|month|year)s?\ ago
    | (?P<shift>{COUNT}|[Tt]he)\ (?P<shift_unit>day|week)s?\ (?P<way>earlier|later|before|after)
    | [Tt]he\ (?P<next>previous|next|following)\ day
    | (?P<same>(?i:the\ same|that)\ (?:{PART})|(?i:earlier|later)\ (?:in\ the|that)\ (?:{PART})
        |(?:hours|minutes|moments)\ later|[Ww]ithin\ (?:hours|minutes)
        |(?i:shortly|soon|hours|minutes)\ after(?:wards?)?)
    | (?P<eve>[Oo]n\ the\ eve\ of)
    | in\ (?P<only_year>{YEAR})
    )\b""",
    re.VERBOSE,
)
# What only bounds an event, or lies ahead.
ASIDE = re.compile(
    r"\b(?:since|until|till|by|from|before|after|next|through|for|than|to|due on|expected on|planned for|starting"
    r"|ahead of|set for)"
    r"(?: (?:late|early|the morning of|at least|mid-))? \Z",
    re.IGNORECASE,
)
LABEL = re.compile(r"^[A-Z]\w*(?: \w+)?: \Z", re.MULTILINE)  # "Date: 2023-07-15" tells of the text
AHEAD = re.compile(r"\b(?:will|shall|would|is to|are to|is due|is set|to)\b(?! have)[^.;:“”\",]*\Z")
SAID = re.compile(r"\b(?:said|told|that)\b")
LAST = re.compile(r"\b[Ll]ast (?:\w+ )?\Z")
EARLIER_EVENT = re.compile(r"\bhad (?:\w+ )?\w+[^.;:“”\"]*\Z")  # "had offered on Sunday" is not the day of the story
LINE = 1000  # characters of a line before a date in which its quotation may have been opened
REACH = 60  # characters before a date that tell how it is meant
TRIGGER = re.compile(  # at least one of these is in whatever EXPRESSION finds
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|yesterday|today|tonight|tomorrow"
    r"|Yesterday|Today|Tonight|Tomorrow|this|last|This|Last|day|week|month|year|morning|afternoon"
    r"|evening|night|hours|minutes|moments|shortly|soon|Shortly|Soon|Hours|Minutes|eve\b|1[89]\d\d|20\d\d)"
)
AROUND = 30  # characters around such a word that its date may take up
YEAR_BACK = 31  # days after publication from which "December 30" is taken for last year's


def find_dates(text: str, published_on: PartialDate | None) -> list[DateExpression]:
    """Every date in the order of the text; one relative to another ("a day later") counts from the last before it."""
    found: list[DateExpression] = []
    reference: date | None = None
    for match in _expressions(text):
        on = _resolved(match, text, published_on, reference)
        aside = _is_aside(match, text)
        found.append(DateExpression(Span(*match.span()), on, aside))
        if on is not None and on.day is not None and not aside and not _is_quoted(text, match.start()):
            earlier = EARLIER_EVENT.search(text, max(0, match.start() - REACH), match.start())
            reference = reference if earlier else on.first_day
    return found


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """What EXPRESSION finds; it is tried only around the words that every date has, for it is slow."""
    position = 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() < position:
            continue
        start = max(position, trigger.start() - AROUND)
        while match := EXPRESSION.search(text, start, trigger.end() + AROUND):
            yield match
            position = start = match.end()
            if start >= trigger.end():
                break


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation that the line opened before is not closed: its days are not those of the story."""
    line = text[max(0, text.rfind("\n", max(0, position - LINE), position), position - LINE) : position]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _is_aside(match: re.Match[str], text: str) -> bool:
    if re.match("tomorrow|next", match.group(), re.IGNORECASE):
        return True
    before = text[max(0, match.start() - REACH) : match.start()]
    if LABEL.search(before):
        return True
    if ASIDE.search(before + (match["before_month"] or "")):
        return True
    ahead = AHEAD.search(before)
    return ahead is not None and not SAID.search(ahead.group())


def _resolved(
    match: re.Match[str], text: str, published: PartialDate | None, reference: date | None
) -> PartialDate | None:
    try:
        if match["iso"]:
            return PartialDate.parse(match["iso"])
        if match["day"]:
            return _day_of_month(int(match["day"]), match["month"], match["year"], published)
        if match["us_day"]:
            return _day_of_month(int(match["us_day"]), match["us_month"], match["us_year"], published)
        if match["shift"] or match["same"] or match["eve"] or match["next"]:
            return _from_reference(match, reference)
        if match["month_of"] or match["only_month"] or match["only_year"] or match["unit"]:
            return _month_or_year(match, published)
        return _from_publication(match, text, published)
    except (ValueError, OverflowError):  # February 30, or a day before the calendar's first
        return None


def _day_of_month(day: int, month: str, year: str | None, published: PartialDate | None) -> PartialDate | None:
    """The last such day before publication."""
    number = MONTH_NUMBERS[month.lower()[:3]]
    if year:
        return PartialDate.of(date(int(year), number, day))
    if published is None:
        return None
    chosen = date(published.year, number, day)
    if published.month is not None and chosen > published.last_day + timedelta(days=YEAR_BACK):
        chosen = date(published.year - 1, number, day)
    return PartialDate.of(chosen)


def _from_reference(match: re.Match[str], reference: date | None) -> PartialDate | None:
    if reference is None:
        return None
    if match["shift"]:
        count = 1 if match["shift"].lower() == "the" else _count(match["shift"])
        days = count * (7 if match["shift_unit"] == "week" else 1)
        return PartialDate.of(reference + timedelta(days=-days if match["way"] in ("earlier", "before") else days))
    if match["next"]:
        return PartialDate.of(reference + timedelta(days=-1 if match["next"] == "previous" else 1))
    return PartialDate.of(reference - timedelta(days=1) if match["eve"] else reference)


def _month_or_year(match: re.Match[str], published: PartialDate | None) -> PartialDate | None:
    if match["only_year"]:
        return PartialDate(int(match["only_year"]))
    if match["month_of"]:
        return PartialDate(int(match["of_year"]), MONTH_NUMBERS[match["month_of"].lower()[:3]])
    if published is None:
        return None
    if match["only_month"]:
        number = MONTH_NUMBERS[match["only_month"].lower()[:3]]
        ahead = published.month is not None and number > published.month
        return PartialDate(published.year - ahead, number)
    which = match["which"].lower()
    if which == "next" or match["unit"] == "week":
        return None
    if match["unit"] == "year":
        return PartialDate(published.year - (which == "last"))
    return _months_before(published, int(which == "last"))


def _from_publication(match: re.Match[str], text: str, published: PartialDate | None) -> PartialDate | None:
    if match["ago"]:
        return _ago(_count(match["ago"]), match["ago_unit"], published)
    if published is None or published.day is None:
        return None
    day = published.first_day
    if match["weekday"]:
        back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7
        if back == 0 and LAST.search(text, max(0, match.start() - 12), match.start()):
            back = 7
        return PartialDate.of(day - timedelta(days=back))
    word = match["near"].lower()
    days = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return PartialDate.of(day + timedelta(days=days))


def _ago(count: int, unit: str, published: PartialDate | None) -> PartialDate | None:
    """ "Three weeks ago" is no certain day, "three days ago" is."""
    if published is None:
        return None
    if unit == "year":
        return PartialDate(published.year - count)
    if unit == "month":
        return _months_before(published, count)
    if unit == "week" or published.day is None:
        return None
    return PartialDate.of(published.first_day - timedelta(days=count))


def _months_before(published: PartialDate, count: int) -> PartialDate | None:
    if published.month is None:
        return None
    months = published.year * 12 + published.month - 1 - count
    return PartialDate(months // 12, months % 12 + 1)


def _count(word: str) -> int:
    return COUNTS.get(word.lower()) or int(word)
