"""Several who say one thing together: "Chancellor Ana Silva and President Jan Kos", "Poland and the EU"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.lang.en.coreference_patterns import JOINED, LAST_JOINED, listed
from indexer.extraction.model.coreference import Body, Entity, Mention, Person
from schemas.statement import Span

FEWEST = 2


def joint(words: Span, inside: Sequence[tuple[Mention, Entity]], text: str) -> Body | None:
    """All whom the `words` for a speaker name side by side as one body; None where they name one, or more than that.

    `inside` are the mentions in them. People who are only told by their office are no part of it.
    """
    named = _named(inside)
    if len(named) < FEWEST or not all(_is_known(entity) for _, entity in named):
        return None
    between = [text[left.end : right.start] for (left, _), (right, _) in pairwise(named)]
    if not all(map(JOINED.fullmatch, between)) or LAST_JOINED.fullmatch(between[-1]) is None:
        return None
    if named[-1][0].end < words.end or not _opens(words, named[0][0], text):
        return None
    entities = [entity for _, entity in named]
    names = [ARTICLE.sub("", entity.name) for entity in entities]
    return Body(
        f"joint:{words.start}",
        listed(names),
        words.start,
        countries=frozenset[str]().union(*(entity.countries for entity in entities if not entity.no_state)),
        territories=frozenset[str]().union(*(entity.territories for entity in entities)),
        no_state=all(entity.no_state for entity in entities),
        plural=True,
    )


def _named(inside: Sequence[tuple[Mention, Entity]]) -> list[tuple[Span, Entity]]:
    """Each with the words from its first mention to its last: "Chancellor Ana Silva" are two of one."""
    named: list[tuple[Span, Entity]] = []
    for mention, entity in inside:
        if named and named[-1][1].id == entity.id:
            named[-1] = Span(named[-1][0].start, max(named[-1][0].end, mention.span.end)), entity
        else:
            named.append((mention.span, entity))
    return named


def _is_known(entity: Entity) -> bool:
    return bool(entity.parts) if isinstance(entity, Person) else True


def _opens(words: Span, first: Span, text: str) -> bool:
    return first.start <= words.start or ARTICLE.fullmatch(text[words.start : first.start]) is not None
