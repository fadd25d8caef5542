"""Patterns of dates in a text, and of the words before one that tell how it is meant."""

from __future__ import annotations

import re

from indexer.extraction.lang.en.dating_patterns import TELL_OF_MEETINGS, TELL_OF_SPEECH
from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list, words_in_order

WEEKDAYS = words_in_order("weekdays")
DAYS = word_list("near-days") | {day.lower() for day in WEEKDAYS}  # as words that tell when, in lower case
MONTHS = words_in_order("months")
MONTH_ABBREVIATIONS = word_list("month-abbreviations")
MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}  # by their first three letters
COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(words_in_order("numbers"), 1)}

MONTH = rf"(?:{any_of(MONTHS)}|{any_of(MONTH_ABBREVIATIONS)}\b\.?)"
COUNT = rf"(?:(?i:{any_of(COUNTS)})|\d{{1,3}})"
PART = any_of(word_list("parts-of-a-day"))
TEXT = any_of(word_list("meetings") | word_list("texts") | word_list("dated-texts"))
YEAR = r"(?:1[89]|20)\d{2}"
WITH_MONTH = r"(?i:in|last|since|until|by|from|this|next|before|after|during)\ (?:late\ |early\ |mid-)?"
EXPRESSION = re.compile(
    rf"""\b(?:
    (?P<iso>{YEAR}-\d{{2}}-\d{{2}})
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{MONTH})(?:,?\ (?P<year>{YEAR}))?
    | (?P<us_month>{MONTH})\ (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\ (?P<us_year>{YEAR}))?
    | (?P<month_of>{MONTH})\ (?:of\ )?(?P<of_year>{YEAR})
    | (?P<before_month>{WITH_MONTH})(?P<only_month>{any_of(MONTHS)})(?!\ \d)
    | (?P<weekday>{any_of(WEEKDAYS)})
    | (?P<near>(?i:yesterday|today|tonight|this\ (?:morning|afternoon|evening)|last\ night|tomorrow))
    | (?P<which>(?i:this|last|next))\ (?P<unit>week|month|year)\b
    | (?P<ago>{COUNT})\ (?P<ago_unit>day|week|month|year)s?\ ago
    | (?P<shift>{COUNT}|[Tt]he)\ (?P<shift_unit>day|week)s?\ (?P<way>earlier|later|before|after)
    | (?P<far>{COUNT})\ (?P<far_unit>month|year)s?\ (?P<far_way>earlier|later)
    | (?P<first_number>\d{{1,2}})[/.-](?P<second_number>\d{{1,2}})[/.-](?P<number_year>{YEAR})
    | (?i:in|at|during|from|to)\ (?i:an?|the|his|her|its|their)\ (?P<text_year>{YEAR})(?=\ (?:\w+\ )?{TEXT}\b)
    | (?P<vague>(?i:at|over|on|during|last|this)\ (?i:the\ |this\ |last\ )?weekend
        |(?i:last|this)\ (?:spring|summer|autumn|winter)
        |(?i:several|many|some|a\ few)\ (?:day|week|month|year|decade)s\ (?:ago|earlier)
        |(?i:day|week|month|year|decade)s\ (?:ago|earlier)
        |(?i:(?:an?|{COUNT})\ (?:fortnight|decade)s?)\ (?:ago|earlier)
        |(?i:in\ recent)\ (?:days|weeks|months|years)|(?i:in\ the\ past))
    | [Tt]he\ (?P<next>previous|next|following)\ day
    | (?P<same>(?i:the\ same|that)\ {PART}|(?i:earlier|later)\ (?:in\ the|that)\ {PART}
        |(?:hours|minutes|moments)\ later|[Ww]ithin\ (?:hours|minutes)
        |(?i:shortly|soon|hours|minutes)\ after(?:wards?)?)
    | (?P<eve>[Oo]n\ the\ eve\ of)
    | [Ii]n\ (?:(?:early|late)\ |mid-|the\ (?:spring|summer|autumn|fall|winter)\ of\ )?(?P<only_year>{YEAR})
    )\b""",
    re.VERBOSE,
)
BEFORE_PUBLICATION = {"yesterday": 1, "last night": 1, "tomorrow": -1}  # in days; other words of <near> mean its day
BACKWARDS = frozenset(("earlier", "before", "previous"))  # words of <way> and <next>
TRIGGER = re.compile(  # at least one of these is in whatever EXPRESSION finds
    rf"\b(?:{any_of({name[:3] for name in (*WEEKDAYS, *MONTHS)})}|yesterday|today|tonight|tomorrow"
    r"|Yesterday|Today|Tonight|Tomorrow|this|last|This|Last|recent|past|fortnight|decade|day|week|month|year|morning|afternoon"
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
EVENT = re.compile(  # "after the fire on Sunday", "the flood of June 2019", and not "after talks on Sunday" (OWN_DAY)
    r"\b(?:after|since|following) ((?:[\w-]+ ){1,5})\Z|\b([\w-]+ )of \Z",
    re.IGNORECASE,
)
OWN_DAY = TELL_OF_MEETINGS | TELL_OF_SPEECH | word_list("dated-texts") | word_list("parts-of-a-day")
CAPTION_LABEL = re.compile(r"(?:photo|caption|file photo|image|picture)\b[^\n:]{0,20}:", re.IGNORECASE)
CREDIT = re.compile(
    r"REUTERS/|\((?:AP|AFP|Reuters|EPA|Photo)\b|\bAP Photo|\bGetty Images|/AFP\b|\bFile [Pp]hoto|\bvia REUTERS"
)
CAPTION_VERB = re.compile(rf"\b{any_of(word_list('caption-verbs'))}\b")
PAST_TENSE = re.compile(r"\b(?:said|told|was|were|had|met|held|came|went|gave|took|made|began|[a-z]+ed)\b")
DATE_LABEL = re.compile(r"^[A-Z]\w*(?: \w+)?: \Z", re.MULTILINE)  # "Date: 2023-07-15" tells of the text
AHEAD = re.compile(r"\b(?:is|are) on \Z|\b(?:will|shall|would|is to|are to|is due|is set|to)\b(?! have)[^.;:“”\",]*\Z")
SAID = re.compile(r"\b(?:said|told|that)\b")
EARLIER_EVENT = re.compile(r"\bhad (?:\w+ )?\w+[^.;:“”\"]*\Z")  # "had offered on Sunday" is not the day of the story
