"""Who "we" are in a joint statement: "We, the ministers of Peru and Chile, call for talks."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.extraction.coreference.bodies.state_groups import are_joined_states
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.lang.en.coreference_patterns import WE, WE_ARE
from indexer.extraction.model.annotation import Place
from indexer.extraction.model.coreference import Body
from schemas.statement import Span

REACH = 400  # characters behind "We" in which the last of the countries begins
OF = " of "


def own_voice(words: Span, discourse: Discourse) -> Body | None:
    """Those whom the text says "we" to be; None where `words` are other ones, or nothing tells."""
    text = discourse.text
    told = WE_ARE.search(text) if WE.fullmatch(text, *words) is not None else None
    phrase = discourse.phrases.beginning(told.end()) if told is not None else None
    if told is None or phrase is None or not phrase.plural:
        return None
    named = phrase.span.of(text)[phrase.body - phrase.start :]
    countries = _together(discourse.annotations.places_in(phrase.start, phrase.start + REACH), text)
    return Body(f"we:{told.start()}", named.partition(OF)[0], told.start(), countries=countries, plural=True)


def _together(places: Sequence[Place], text: str) -> frozenset[str]:
    """Of the first and those that are joined to it one by one."""
    codes = frozenset(places[0].codes) if places else frozenset[str]()
    for left, right in pairwise(places):
        if not are_joined_states(left, right, text):
            break
        codes |= frozenset(right.codes)
    return codes
