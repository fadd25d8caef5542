"""Capitalised words that a name does not begin with, or does not have, and what may stand in it or end it."""

from __future__ import annotations

import re

from indexer.extraction.lang.en.date_patterns import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

OPENERS = word_list("openers") | {*WEEKDAYS, *MONTHS} - {"May"}  # no first name: "Last Jordan said", but "May Jordan"
MONTHS_THAT_ARE_NAMES = word_list("months-that-are-names")
IN_NO_NAME = word_list("in-no-name") | {*WEEKDAYS, *MONTHS} | MONTH_ABBREVIATIONS - MONTHS_THAT_ARE_NAMES
NICKNAME = re.compile(r" [“\"‘'(](?:[\w’-]+ ){0,2}[\w’-]+[”\"’')] (?=[A-Z])")  # Ana “the Red” Silva
SUFFIX = re.compile(rf",? (?=[A-Z])(?P<suffix>(?i:{any_of(word_list('name-suffixes'))}))(?![\w-])\.?")
_CAPITAL = r"[A-Z][\w’'.&-]*"
_MEDIA = any_of(word_list("media-nouns"))
OUTLET = re.compile(rf"(?:[Tt]he )?(?P<name>(?:{_CAPITAL} ){{0,4}}{_MEDIA}(?: (?:of|the|{_CAPITAL})){{0,4}})")
PAPER = re.compile(rf"[Tt]he (?P<name>(?:{_CAPITAL} ){{1,3}}{_MEDIA})")  # "the Old Renk Times"
STATION = re.compile(rf"(?:[Tt]he )?(?P<name>(?:Radio|Television)(?: {_CAPITAL}){{1,3}}|TV {_CAPITAL})")  # "Radio Renk"
A_NAME_BEFORE = re.compile(r"(?!The )\b[A-Z][\w’'-]+ \Z")  # what follows is the rest of a longer name
