"""Several who say one thing together: "Chancellor Ana Silva and President Jan Kos", "Poland and the EU"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.lang.en.coreference_patterns import JOINED, LAST_JOINED, PLACE_BEHIND, STATE_BEFORE, listed
from indexer.extraction.lang.en.role_nouns import PLURALS
from indexer.extraction.model.coreference import Body, Entity, Mention, Person, State
from schemas.statement import Span

FEWEST = 2
LONGEST = 4  # words of an office that several hold
POSSESSIVES = ("'s ", "’s ")


def joint(words: Span, inside: Sequence[tuple[Mention, Entity]], text: str) -> Body | None:
    """All whom the `words` for a speaker name side by side as one body; None where they name one, or more than that.

    `inside` are the mentions in them. People who are only told by their office are a part of it where all are told so,
    and each for a country.
    """
    named = _named(_without_what_names_others(inside, text))
    entities = [entity for _, entity in named]
    if len(named) < FEWEST or not (all(map(_is_known, entities)) or all(map(_is_of_a_country, entities))):
        return None
    between = [STATE_BEFORE.sub("", text[left.end : right.start], count=1) for (left, _), (right, _) in pairwise(named)]
    if not all(map(JOINED.fullmatch, between)) or LAST_JOINED.fullmatch(between[-1]) is None:
        return None
    behind = text[named[-1][0].end : words.end]
    if (behind and PLACE_BEHIND.fullmatch(behind) is None) or not _opens(words, inside[0][0].span, text):
        return None
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


def _without_what_names_others(inside: Sequence[tuple[Mention, Entity]], text: str) -> Sequence[tuple[Mention, Entity]]:
    """Without the state of "Peru's Ana Silva" and the office of "Senators Ana and Jan Silva", which lead to names."""
    following = [entity for _, entity in inside[1:]]
    return [
        (mention, entity)
        for (mention, entity), named in zip_longest(inside, following)
        if not (isinstance(named, Person) and named.parts and _leads_to_a_name(mention, entity, text))
    ]


def _leads_to_a_name(mention: Mention, entity: Entity, text: str) -> bool:
    if isinstance(entity, State):
        return text.startswith(POSSESSIVES, mention.span.end)
    return isinstance(entity, Person) and entity.plural and not entity.parts and text[mention.span.end] == " "


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


def _is_of_a_country(entity: Entity) -> bool:
    """ "Poland's minister", whoever that is."""
    return isinstance(entity, Person) and not entity.plural and bool(entity.countries)


def _opens(words: Span, first: Span, text: str) -> bool:
    """Whether nothing but an article or "Senators" stands before the first."""
    before = text[words.start : max(words.start, first.start)]
    told = before.lower().split()
    return not told or ARTICLE.fullmatch(before) is not None or (told[-1] in PLURALS and len(told) <= LONGEST)
