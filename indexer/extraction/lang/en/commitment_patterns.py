"""What an office that speaks for a state says of what it will do: "Norway would sign"."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

_ALSO = r"(?:not |also |soon |now |still |therefore |\w{2,}ly )?"
COMMITTED = re.compile(rf" (?:will|would|is to|was to) {_ALSO}{any_of(word_list('commitments-of-a-state'))}\b")
OTHER_SIDE = re.compile(r"\b(?:with|to|against|from|on|of|over|at|towards?|for|between|and)(?: the)? \Z", re.IGNORECASE)
