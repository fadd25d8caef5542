"""Which statements say much the same as another: those that share most of what is telling in it.

Its words, but for the small words of the language, are looked for together. Their ranking (BM25) weighs a word the more
the rarer it is, so the score of the statement with itself is about the most there is, and another's share of that says
how much of it is repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from schemas.statement import FoundStatement, Statement
from search.text.analysis import stem, words

MOST_STEMS = 60  # of a statement, from its beginning: longer ones are told by less
FEWEST_STEMS = 4  # of a statement: with fewer, whatever names the same thing would be alike
FETCHED = 200  # results looked through, among which there are copies of each other that count once
# Of the statement's score with itself. Of pairs in the examples that were read, most from 0.5 on share a subject, and
# none between 0.4 and 0.47 says much the same.
ALIKE = 0.5

_telling = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stopword("english")).build()


def wanted(statement: Statement) -> tuple[str, ...]:
    """The distinct stems to look for; none where the statement has too few to tell it from others."""
    found = _telling.analyze(" ".join(words(statement.text)))
    distinct = tuple(dict.fromkeys(map(stem, found)))[:MOST_STEMS]
    return distinct if len(distinct) >= FEWEST_STEMS else ()


def alike(own_score: float, ranked: Iterable[tuple[float, FoundStatement]], limit: int) -> Iterator[FoundStatement]:
    """Of results by their scores, which hold no copy of the statement, those alike; of several copies one."""
    seen: set[str] = set()
    for score, found in ranked:
        if score < ALIKE * own_score or len(seen) == limit:
            return
        if found.statement.fingerprint not in seen:
            seen.add(found.statement.fingerprint)
            yield found
