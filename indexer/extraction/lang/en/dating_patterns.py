"""Patterns that tell when something was said, beside the dates themselves."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

TELL_OF_MEETINGS = word_list("meetings") | word_list("signs-of-meetings")
MEETINGS = word_list("meetings") | {"occasion"}  # one of them is in whatever AT_SAME_MEETING finds
AT_SAME_MEETING = re.compile(
    rf"\b(?:at|in|during|after|of|on) the (?:same )?(?:press conference|{any_of(MEETINGS)})\b", re.IGNORECASE
)
EARLIER = re.compile(r"\b(?:earlier|before|previous day)\Z")  # "a day earlier" is another meeting than the one told of
RELEASE = re.compile(
    r"press release|press service|for immediate release|press corner|press statement by", re.IGNORECASE
)
PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?\Z")  # "has called for calm": no day is meant
RELATIVE_PRONOUN = re.compile(r"\b(?:who|which|whose|where|when|as|after|before|whom)\b")
OF_NO_DAY = "last week"  # tells no day, and that it is none of those around
