"""Patterns of dates in a text, and of the words before one that tell how it is meant."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list, words_in_order

WEEKDAYS = words_in_order("weekdays")
MONTHS = words_in_order("months")
MONTH_ABBREVIATIONS = word_list("month-abbreviations")
MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}  # by their first three letters
COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(words_in_order("numbers"), 1)}

MONTH = rf"(?:{any_of(MONTHS)}|{any_of(MONTH_ABBREVIATIONS)}\b\.?)"
COUNT = rf"(?:(?i:{any_of(COUNTS)})|\d{{1,3}})"
PART = any_of(word_list("parts-of-a-day"))
YEAR = r"(?:1[89]|20)\d{2}"
WITH_MONTH = r"(?i:in|last|since|until|by|from|this|next|before|after|during)\ (?:late\ |early\ |mid-)?"
EXPRESSION = re.compile(
    rf"""\b(?:
    (?P<iso>{YEAR}-\d{{2}}-\d{{2}})
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{MONTH})(?:,?\ (?P<year>{YEAR}))?
    | (?P<us_month>{MONTH})\ (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\ (?P<us_year>{YEAR}))?
    | (?P<month_of>{MONTH})\ (?P<of_year>{YEAR})
    | (?P<before_month>{WITH_MONTH})(?P<only_month>{any_of(MONTHS)})(?!\ \d)
    | (?P<weekday>{any_of(WEEKDAYS)})
    | (?P<near>(?i:yesterday|today|tonight|this\ (?:morning|afternoon|evening)|last\ night|tomorrow))
    | (?P<which>(?i:this|last|next))\ (?P<unit>week|month|year)
    | (?P<ago>{COUNT})\ (?P<ago_unit>day|week|month|year)s?\ ago
    | (?P<shift>{COUNT}|[Tt]he)\ (?P<shift_unit>day|week)s?\ (?P<way>earlier|later|before|after)
    | [Tt]he\ (?P<next>previous|next|following)\ day
    | (?P<same>(?i:the\ same|that)\ {PART}|(?i:earlier|later)\ (?:in\ the|that)\ {PART}
        |(?:hours|minutes|moments)\ later|[Ww]ithin\ (?:hours|minutes)
        |(?i:shortly|soon|hours|minutes)\ after(?:wards?)?)
    | (?P<eve>[Oo]n\ the\ eve\ of)
    | in\ (?P<only_year>{YEAR})
    )\b""",
    re.VERBOSE,
)
BEFORE_PUBLICATION = {"yesterday": 1, "last night": 1, "tomorrow": -1}  # in days; other words of <near> mean its day
BACKWARDS = frozenset(("earlier", "before", "previous"))  # words of <way> and <next>
TRIGGER = re.compile(  # at least one of these is in whatever EXPRESSION finds
    rf"\b(?:{any_of({name[:3] for name in (*WEEKDAYS, *MONTHS)})}|yesterday|today|tonight|tomorrow"
    r"|Yesterday|Today|Tonight|Tomorrow|this|last|This|Last|day|week|month|year|morning|afternoon"
    r"|evening|night|hours|minutes|moments|shortly|soon|Shortly|Soon|Hours|Minutes|eve\b|1[89]\d\d|20\d\d)"
)
LAST = re.compile(r"\b[Ll]ast (?:\w+ )?\Z")

# What only bounds an event, or lies ahead.
ASIDE_AT_ONCE = re.compile("tomorrow|next", re.IGNORECASE)  # whatever stands before
ASIDE = re.compile(
    r"\b(?:since|until|till|by|from|before|after|next|through|for|than|to|due on|expected on|planned for|starting"
    r"|ahead of|set for)"
    r"(?: (?:late|early|the morning of|at least|mid-))? \Z",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(r"^[A-Z]\w*(?: \w+)?: \Z", re.MULTILINE)  # "Date: 2023-07-15" tells of the text
AHEAD = re.compile(r"\b(?:will|shall|would|is to|are to|is due|is set|to)\b(?! have)[^.;:“”\",]*\Z")
SAID = re.compile(r"\b(?:said|told|that)\b")
EARLIER_EVENT = re.compile(r"\bhad (?:\w+ )?\w+[^.;:“”\"]*\Z")  # "had offered on Sunday" is not the day of the story
