"""Words that may be meant as a filter: "Azerbaijan corridor" may ask for what Azerbaijan says of a corridor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from api.parties.kinds import PERSON
from api.presentation.english import country
from api.queries.refinement import narrow
from schemas.fields import FILTERS
from schemas.geography.country_lookup import country_code
from schemas.identity.body_lookup import is_body, known_body
from schemas.query import StatementQuery
from search.engine import View
from search.language.pieces import Piece, instead, pieces
from search.text.analysis import words

LONGEST_NAME = 4  # words of a country's or body's name
SHORT = 3  # letters: "us" and "no" are words, "US" and "NO" are codes
MOST_WORDS = 8  # of a query: nobody asks for more in a hurry
MOST_PEOPLE = 50  # of those who have any of the words in their names, the most frequent are looked at


@dataclass(frozen=True, slots=True)
class Offer:
    """`query` has the words no longer, and the filter instead."""

    label: str
    value: str
    query: StatementQuery


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the query that follow each other."""

    pieces: Sequence[Piece]

    @property
    def text(self) -> str:
        """Without punctuation around it, and without a possessive ending."""
        text = " ".join(piece.text for piece in self.pieces).strip(",.;:!?()")
        return text.removesuffix("'s").removesuffix("’s")

    def filtered(self, query: StatementQuery, name: str, value: str) -> Offer:
        q = instead(query.q, self.pieces[0].start, self.pieces[-1].end)
        return Offer(FILTERS[name].label.lower(), value, narrow(replace(query, q=q, sort=None), name, (value,)))


def offers(view: View, query: StatementQuery) -> Sequence[Offer]:
    """On the first page of a few words without operators; none for a filter that is in use."""
    found = [piece for piece in pieces(query.q) if not piece.phrase]
    if query.cursor or not 0 < len(found) <= MOST_WORDS:
        return ()
    placed = list(places(found))
    taken = {piece for run in placed for piece in run.pieces}
    named = people(view, query, [piece for piece in found if piece not in taken])
    return [offer for run in placed for offer in of_place(query, run)] + list(named)


def places(found: Sequence[Piece]) -> Iterator[Run]:
    """Names of countries and bodies, the longest first."""
    at = 0
    while at < len(found):
        runs = (Run(found[at : at + length]) for length in range(min(LONGEST_NAME, len(found) - at), 0, -1))
        run = next(filter(is_place, runs), None)
        if run:
            yield run
        at += len(run.pieces) if run else 1


def is_place(run: Run) -> bool:
    text = run.text
    if len(text) <= SHORT and not text.isupper():
        return False
    return country_code(text) is not None or is_body(text)


def of_place(query: StatementQuery, run: Run) -> Iterator[Offer]:
    code = country_code(run.text)
    asked = {"speaker_country": code, "about": code} if code else {"organisation": known_body(run.text)}
    for name, value in asked.items():
        if value and not query.filters[name]:
            offer = run.filtered(query, name, value)
            yield replace(offer, value=country(code) if code else run.text)


def people(view: View, query: StatementQuery, found: Sequence[Piece]) -> Iterator[Offer]:
    """Speakers who have a word as their last name, or several that follow each other anywhere in their names."""
    runs = [Run((piece,)) for piece in found if words(piece.text)]
    if not runs or query.filters["speaker"] or query.filters["speaker_id"]:
        return
    asked = StatementQuery().filters.replace(speaker=tuple(run.text for run in runs))
    buckets = view.facets(StatementQuery(filters=asked), ["speaker_id"], MOST_PEOPLE)["speaker_id"]
    names = {each.value: each.label for each in buckets if each.value.startswith(PERSON)}
    pairs = [Run((*one.pieces, *next_.pieces)) for one, next_ in pairwise(runs) if adjacent(query.q, one, next_)]
    offered: set[str] = set()
    for run in (*pairs, *runs):
        bearing = bearers(run, names)
        if bearing and not offered & set(bearing):
            offered |= set(bearing)
            yield of_people(query, run, bearing)


def adjacent(q: str, one: Run, other: Run) -> bool:
    return not q[one.pieces[-1].end : other.pieces[0].start].strip()


def bearers(run: Run, names: Mapping[str, str]) -> Mapping[str, str]:
    """Those of these speakers, by id, who have the name."""
    wanted = words(run.text)
    ends = {id_: name for id_, name in names.items() if words(name)[-len(wanted) :] == wanted}
    return ends or {id_: name for id_, name in names.items() if len(wanted) > 1 and set(wanted) <= set(words(name))}


def of_people(query: StatementQuery, run: Run, bearing: Mapping[str, str]) -> Offer:
    """By id where one has the name, in all its spellings; by the words of it where several have."""
    if len(bearing) > 1:
        return run.filtered(query, "speaker", run.text)
    ((id_, name),) = bearing.items()
    return replace(run.filtered(query, "speaker_id", id_), value=name)
