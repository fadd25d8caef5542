"""Patterns of the words around places, and tables that tell how their names are meant."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list


def _governments_after() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in table("metonymy"):
        for preposition in row["prepositions"].split():
            found.setdefault(preposition, set()).add(row["word"])
    return found


WITHOUT_PLURAL = ("s", "ese", "ish", "ch", "man", "men")  # ends of words for people that have no plural in -s

GOVERNMENT_AFTER = _governments_after()  # by a preposition the words before it: "a response to Moscow"
SPOT_NOUNS = re.compile(rf"{any_of(word_list('capital-is-a-spot-before'))}\b", re.IGNORECASE)
ROAD = re.compile(rf"\b{any_of(word_list('roads'))}\Z")
PAIR = re.compile(r"[\w’'-]+(?: [A-Z]\w+)? and (?:the )?([A-Z]?)")  # what stands behind "between"
BASED = re.compile(r"[-–](?:based|born|bound|area)\b")

# By its country, a pattern of the words that tell that one of several places of a name is meant.
CLUES = {row["place"]: re.compile(rf"\b{any_of(row['clues'].split(';'))}\b") for row in table("place_clues")}
OTHER_CONGO = re.compile(r"(?<!Democratic )Republic of (?:the )?Congo")

# What stands before "US" where it is "us": a word in capitals that is no article and no joined state.
US_IN_CAPITALS = re.compile(r"\b(?!THE |AND |A |AN )[A-Z]{2,} \Z")
REGIONS = {name: row["country"] for row in table("regions") for name in row["names"].split(";")}  # with their countries
REGION = re.compile(any_of(REGIONS))
IN_A_REGION = re.compile(
    rf", (?P<region>{REGION.pattern})(?![\w-])(?! (?:and|or)\b)"
)  # "Lebanon, Pennsylvania," but "Peru, Texas and Ohio"
LANGUAGE_BEFORE = re.compile(r"\b(?:in|into|speaks?|speaking|spoke|spoken|fluent|from) \Z")
LANGUAGE_AFTER = re.compile(r"(?:-language|-speaking|-speakers?| language| translation| spelling)\b")
NO_NOUN = re.compile(r"[.,;:!?)”\"’]|\s+(?:and|or|but|that|when|with|to|at|on|for|before|as)\b|\s*\Z")
