"""Which statements say much the same as another: those that share most of what is rare in it.

All its words are looked for together. Their ranking (BM25) weighs a word the more the rarer it is, so the score of the
statement with itself is the most there is, and another's share of that says how much of it is repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schemas.statement import FoundStatement, Statement
from search.analysis import stems

MOST_STEMS = 60  # of a statement, from its beginning: longer ones are told by less
FETCHED = 200  # results looked through, among which there are copies that count once
ALIKE = 0.4  # of the statement's score with itself: the least at which pairs in the examples share a subject
FEWEST_STEMS = 4  # of a statement: with fewer, whatever names the same thing would be alike


def wanted(statement: Statement) -> tuple[str, ...]:
    """The distinct stems to look for; none where the statement has too few to tell it from others."""
    distinct = tuple(dict.fromkeys(stems(statement.text)))[:MOST_STEMS]
    return distinct if len(distinct) >= FEWEST_STEMS else ()


def alike(statement: Statement, ranked: Sequence[tuple[float, FoundStatement]], limit: int) -> Iterator[FoundStatement]:
    """Of results by their scores, those alike: neither the statement nor a copy of it, and of several copies one.

    Where so many copies stand before the statement that it is not among the results, the first has about its score.
    """
    scores = (score for score, found in ranked if found.statement.id == statement.id)
    own_score = next(scores, ranked[0][0] if ranked else 0.0)
    seen = {statement.fingerprint}
    for score, found in ranked:
        if score < ALIKE * own_score or len(seen) > limit:
            return
        if found.statement.id != statement.id and found.statement.fingerprint not in seen:
            seen.add(found.statement.fingerprint)
            yield found
