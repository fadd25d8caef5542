"""States by their names, capitals and seats, and people by the name of their state."""

from __future__ import annotations

from itertools import pairwise

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.model.annotation import Place, ToponymKind
from indexer.extraction.model.coreference import EntityId, Person, State
from schemas.geography.countries import country_name

SHOUTED = 5  # letters from which a name in capitals is no abbreviation: "CHINA"
SENTENCES = 4  # back to one that names the country
WAITING = 40  # mentions back to somebody who speaks for the country


def state(place: Place, text: str) -> State:
    """The one of that name: "Moscow" and "the Kremlin" are two, "the US" is the United States."""
    name = place.span.of(text)
    if is_abbreviated(name) and place.kind is ToponymKind.NAME and len(place.codes) == 1:
        name = country_name(place.codes[0])
    return State(f"state:{name}", name, place.span.start, frozenset(place.codes), frozenset(place.territories))


def only_country_before(position: int, discourse: Discourse) -> State | None:
    """Whose "the country" is, by the last sentence up to `position` that names any, if it names one."""
    last = discourse.sentence_at(position)
    ends = [position, *reversed(discourse.sentence_starts[max(0, last - SENTENCES) : last])]
    for end, begin in pairwise(ends):
        codes = discourse.annotations.countries_in(begin, end)
        if codes:
            return _state_of(next(iter(codes)), begin) if len(codes) == 1 else None
    return None


def _state_of(code: str, position: int) -> State:
    name = country_name(code)
    return State(f"state:{name}", name, position, frozenset((code,)))


def is_abbreviated(name: str) -> bool:
    """ "US", "U.K."."""
    return name.isupper() and len(name.replace(".", "")) < SHOUTED


def somebody_from(place: Place, discourse: Discourse) -> EntityId | None:
    """ "The Egyptian said": the last one who speaks for Egypt."""
    for _, entity in discourse.recent(WAITING):
        if isinstance(entity, Person) and not entity.countries.isdisjoint(place.codes):
            return entity.id
    return None
