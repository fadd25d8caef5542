"""Patterns that tell when something was said, beside the dates themselves."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

TELL_OF_MEETINGS = word_list("meetings") | word_list("signs-of-meetings")
TELL_OF_SPEECH = word_list("texts") | word_list("signs-of-speech")
IN_A_HOUSE = re.compile(
    r"\b(?:in|to|before|told|tell) (?:the )?(?:\w+ )?(?:commons|parliament|council)\b", re.IGNORECASE
)
MEETINGS = word_list("meetings") | word_list("texts") | {"occasion"}  # one of them is in whatever AT_SAME_MEETING finds
AT_SAME_MEETING = re.compile(
    rf"\b(?:at|in|during|after|of|on) the (?:same )?(?:press conference|{any_of(MEETINGS)})\b", re.IGNORECASE
)
EARLIER = re.compile(r"\b(?:earlier|before|previous day)\Z")  # "a day earlier" is another meeting than the one told of
RELEASE = re.compile(
    r"press release|press service|for immediate release|press corner|press statement by"
    r"|the following (?:joint )?statement (?:was|is) (?:released|issued)",
    re.IGNORECASE,
)
PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?\Z")  # "has called for calm": no day is meant
LONG_BEFORE = re.compile(r"(?:Earlier|Previously|In the past|Before that|At other times), ")  # no day is told
AFTER_MEETING = rf"(?! (?:[\w-]+ ){{0,3}}?{any_of(word_list('meetings'))}\b)"  # "after talks on Monday" is on Monday
RELATIVE_PRONOUN = re.compile(rf"\b(?:who|which|whose|where|when|as(?! saying)|after{AFTER_MEETING}|before|whom)\b")
WHILE_SPEAKING = frozenset(("as", "when"))  # "said as she left on Monday"
OF_SPEECH = any_of(word_list("participles-of-speech"))
REDUCED_CLAUSE = re.compile(  # ", elected in 2021,"
    rf", (?!{OF_SPEECH}\b)(?:[a-z]+ly )?(?:[a-z]+ed|born|chosen|sworn|held|built)\b[^,]*\Z"
)

# Who was not at the meeting told of before.
UNNAMED = any_of(word_list("unnamed-sources"))
INDEFINITE = re.compile(
    r"\b(?:an?|one|some|another|several|many|two|three) (?:(?!(?:the|of|his|her|its|their) )[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)
NOBODY_IN_PARTICULAR = re.compile(
    rf"(?:an?|one|some|another|several|many|two|three)\b|(?!(?:the|both)\b)(?:[\w-]+ ){{0,3}}{UNNAMED}\b", re.IGNORECASE
)
DEFINITE = re.compile(r"\b[Tt]he (?:[\w-]+ )*?[a-z]+\Z")  # "the Polish minister"
DELEGATES = word_list("delegates")
SCHOLARS = word_list("scholars")
OF_OUTLET = re.compile(  # said to somebody else
    r"\b(?:told|tells) (?:(?:the )?[A-Z]|an? \w)|\bquoted as saying\b|\bcondition of anonymity\b"
    r"|\bby (?:tele)?phone\b|\bin an? (?:[\w-]+ )?interview\b"
)
IN_TEXT = re.compile(  # said in something of its own
    r"\b(?:posted|tweeted|wrote)\b|\bon (?:X|Twitter|Telegram|Facebook|Instagram|Weibo)\b"
    rf"|\bin an? (?:[\w-]+ )?{any_of(word_list('texts') | word_list('dated-texts'))}\b"
)
