"""Names like one that is unknown, for whoever mistyped it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from api.queries.addresses import NOTHING
from schemas.page import Bucket
from search.engine import View
from search.text.analysis import words

COMPARED = 1_000  # names, the most frequent
BEGINNING = 3  # letters of a word, which mistakes mostly spare
OFFERED = 8
ALIKE = 70.0  # of 100, by which "Petrosjn" is like "Anna Petrosjan" and "Smith" is not


def parties_like(view: View, field: str, name: str) -> Sequence[Bucket]:
    beginnings = {word[:BEGINNING] for word in words(name) if len(word) >= BEGINNING}
    begun = [view.complete(NOTHING, field, start, COMPARED) for start in sorted(beginnings)[:OFFERED]]
    frequent = view.facets(NOTHING, [field], COMPARED)[field]
    return like(name, [*frequent, *(bucket for found in begun for bucket in found)])


def countries_like(view: View, name: str) -> Sequence[Bucket]:
    return like(name, countries(view))


def countries(view: View) -> Sequence[Bucket]:
    """All that are spoken for or mentioned."""
    return view.facets(NOTHING, ["country"], COMPARED)["country"]


def like(name: str, buckets: Iterable[Bucket]) -> Sequence[Bucket]:
    """The most alike first."""
    by_label = {bucket.label: bucket for bucket in buckets}
    found = process.extract(
        name,
        list(by_label),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=ALIKE,
        limit=OFFERED,
    )
    return [by_label[label] for label, *_ in found]
