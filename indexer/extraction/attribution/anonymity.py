"""Who asks not to be named says nothing by that: "an official who asked not to be identified said"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.shapes import TokenRange
from indexer.extraction.lang.cues import CueEntry
from indexer.extraction.lang.en.anonymity_patterns import ANONYMITY, NOT_NAMED
from schemas.statement import Act

ACTS = frozenset({Act.ASK, Act.DEMAND, Act.DENY})
REACH = 14  # tokens behind the verb in which the words stand


def asks_not_to_be_named(token: Token, entry: CueEntry) -> bool:
    """Whether that follows the verb, which may be the first word of the cue `entry`."""
    if entry.act not in ACTS:
        return False
    verb_end = token.idx + len(token)
    behind = token.doc[token.i : token.i + REACH]
    return NOT_NAMED.match(token.doc.text, verb_end, behind.end_char) is not None


def is_anonymous(token: Token, phrase: TokenRange) -> bool:
    """Whether the words of the cue tell that its speaker is not named: the reason for it may stand behind them."""
    return ANONYMITY.search(token.doc[phrase.start : phrase.end].text) is not None
