"""Patterns of papers that speak for whoever issued them: "a statement by the ministry", "said in a letter"."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

_PAPER = rf"(?:[\w-]+ ){{0,2}}{any_of(word_list('papers'))}"
_A = "(?:an?|the|this|its|his|her|their|another)"
_BY = r" (?:(?:issued|released|published|signed|posted) )?(?:by|from|of) "

PAPER = re.compile(rf"(?:{_A} )?{_PAPER}", re.IGNORECASE)
SOME_PAPER = re.compile(r"(?:an?|another) ", re.IGNORECASE)  # of which the text before tells nothing
BY = re.compile(_BY)
PAPER_BY = re.compile(rf"\b{any_of(word_list('papers'))}{_BY}")
IN_A_PAPER = re.compile(rf"\b(?:in|through|via) {_A} {_PAPER}\b")
ISSUED = re.compile(rf"\b(?:issued|released|published|posted) {_A} {_PAPER}\b")
