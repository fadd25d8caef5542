"""Patterns of what stands within the phrase for an office or a body, and of the letters that it is known by."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

# Behind an organisation that an office of a state has to do with: "Minister for EU Affairs".
ABOUT_IT = re.compile(rf" {any_of(word_list('about-an-organisation'))}\b", re.IGNORECASE)
JOINED_PLACES = re.compile(r"-|–| and |, |/")  # "the US-Polish commission"
A_NAME_BEHIND = re.compile(r",? [A-Z]")
ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Z0-9-]*")  # "PCG", "KCNA", "DjPN"
LETTERS_IN_BRACKETS = re.compile(r" \([A-Z][^a-z() ]+\)(?= )")
NAMED_ACRONYM = re.compile(rf"(?:[Tt]he )?(?P<letters>{ACRONYM.pattern})")
