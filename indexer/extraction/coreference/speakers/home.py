"""The country that an article is written from, whose offices and bodies it names without a country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from indexer.extraction.annotation.places.cities import city
from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.document.layout import OPENING, behind_town_of_dateline, in_dateline
from indexer.extraction.document.words import runs
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.role_nouns import BODIES, OFFICES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from indexer.extraction.model.document import Document
from schemas.statement import Span

NONE = frozenset[str]()
WORDS_OF_AN_OFFICE = 3  # behind a demonym up to the noun: "Dutch prime minister"
REACH = 40  # characters behind a title's first place in which its office or verb stands
TOWN_IN_CAPITALS = re.compile(r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}(?=,| \(|:| [—–-])")
UP_TO_LEAD = re.compile(r"[^\n]*?(?:[—–-]|[:)])\s(?:[Tt]he )?")  # from the town to what the lead begins with
DOMAINS_OF_COUNTRIES = {"uk": "GB", "gov": "US", "mil": "US"}  # that are not their codes
ACTS_OF_A_STATE = word_list("acts-of-a-state")
MISSIONS = word_list("missions-abroad")
SOLD_DOMAINS = word_list("domains-sold-to-anyone")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` is the town, or its country where that tells more."""

    span: Span
    countries: frozenset[str]


def home(document: Document, annotations: Annotations, named: frozenset[str]) -> frozenset[str]:
    """The country of the dateline, else of whoever acts in the title, else the only one, if its government is named.

    Else that of the outlet, by its name or its address, if the text names it. `named` are those that the text names.
    """
    dateline = of_dateline(document, annotations, named)
    if dateline:
        return dateline
    only = named if len(named) == 1 and _is_governed(annotations) else NONE
    return _acting_in(document.title, annotations.title_places) or only or of_outlet(document) & named


def of_dateline(document: Document, annotations: Annotations, named: frozenset[str]) -> frozenset[str]:
    """None of a bureau's."""
    dateline = next(_datelines(document, annotations, named), None)
    return dateline.countries if dateline is not None and not _is_of_a_bureau(dateline, annotations) else NONE


def _datelines(document: Document, annotations: Annotations, named: frozenset[str]) -> Iterator[Dateline]:
    """Of a capital, of a town with its country, of a town whose country the text names."""
    for place in annotations.places_in(0, OPENING):
        is_capital = place.kind is ToponymKind.CAPITAL and in_dateline(document.text, place.span)
        is_country = place.kind is ToponymKind.NAME and behind_town_of_dateline(document.text, place.span)
        if is_capital or is_country:
            yield Dateline(place.span, frozenset(place.codes))
    for paragraph in document.paragraphs:
        if paragraph.span.start >= OPENING:
            return
        town = TOWN_IN_CAPITALS.match(document.text, *paragraph.span)
        code = city(town[0]) if town is not None else None
        if town is not None and code in named:
            yield Dateline(Span(*town.span()), named & {code})


def _is_of_a_bureau(dateline: Dateline, annotations: Annotations) -> bool:
    """ "MADRID (Newswire) - Peru's navy said": where it was written, of a state that the text does not speak of."""
    others = [place for place in annotations.places if place.span.start >= dateline.span.end]
    if any(not dateline.countries.isdisjoint(place.codes) for place in others) or not others:
        return False
    return UP_TO_LEAD.fullmatch(annotations.text, dateline.span.end, others[0].span.start) is not None


def _is_governed(annotations: Annotations) -> bool:
    """Whether a house or a body of a state is named."""
    phrases = (phrase for phrase in annotations.role_phrases if not phrase.is_office and not phrase.nobody)
    bodies = (phrase for phrase in phrases if phrase.head not in MISSIONS)  # which are abroad
    return any(place.kind is ToponymKind.SEAT for place in annotations.places) or any(body.codes for body in bodies)


def of_outlet(document: Document) -> frozenset[str]:
    """ "Peru Daily News", "news.example.pe"."""
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    domain = host.rpartition(".")[2]
    code = DOMAINS_OF_COUNTRIES.get(domain, "" if domain in SOLD_DOMAINS else domain.upper())
    return frozenset(code for place in find_places(document.source) for code in place.codes) | {code}


def _acting_in(title: str, places: Sequence[Place]) -> frozenset[str]:
    """ "Oslo rejects the offer", "Oslo to buy trains", "Dutch minister resigns": whose a title begins with."""
    first = places[0] if places and places[0].span.start == 0 else None
    following = (
        [word.lower() for word in runs(title[first.span.end : first.span.end + REACH])] if first is not None else []
    )
    if first is None or not following:
        return NONE
    if first.kind is ToponymKind.DEMONYM:
        acts = any(word in OFFICES or word in BODIES for word in following[:WORDS_OF_AN_OFFICE])
    else:
        acts = following[0] == "to" or following[0] in cues() or following[0] in ACTS_OF_A_STATE
    return frozenset(first.codes) if acts else NONE
