"""Who may be taken for one another: of one name with another country or none, which may be one, and of one surname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from api.parties.kinds import BODY, PERSON, STATE, TERRITORY
from api.queries.addresses import NOTHING
from schemas.geography.countries import country_names
from schemas.identity.body_names import offices
from schemas.identity.name_words import words_of_name
from schemas.page import Bucket
from search.engine import View
from search.queries.completion import MAX_WORDS

COMPARED = 100  # ids, the most frequent
OFFERED = 6  # of one surname
BY_RULE = (PERSON, BODY, STATE, TERRITORY)


@dataclass(frozen=True, slots=True)
class Namesake:
    """`country` is the one that the id tells, None where it tells none."""

    id: str
    name: str
    country: str | None
    count: int

    @classmethod
    def of(cls, bucket: Bucket) -> Namesake:
        return cls(bucket.value, bucket.label, country_of_id(bucket.value), bucket.count)


def of_one_name(view: View, field: str, id_: str, name: str) -> Sequence[Namesake]:
    """All whose id differs by its country alone, and people whom one of both ids knows by an operator's table. They may
    be one: not every article tells the country.

    None for states and for what each of them has: the foreign ministry of another is another.
    """
    if id_.startswith(STATE) or key(id_)[-1] in offices().values():
        return []
    words = key(id_)[-1].split("-") if is_by_rule(id_) else name.split()
    found = completed(view, field, " ".join(words[:MAX_WORDS]))
    return named(bucket for bucket in found if bucket.value != id_ and is_same(id_, name, bucket))


def is_same(id_: str, name: str, bucket: Bucket) -> bool:
    """Two ids of one table are two people."""
    if is_by_rule(id_) and is_by_rule(bucket.value):
        return key(bucket.value) == key(id_)
    rules = [each for each in (id_, bucket.value) if is_by_rule(each)]
    people = bool(rules) and rules[0].startswith(PERSON)
    return people and words_of_name(bucket.label) == words_of_name(name)


def is_by_rule(id_: str) -> bool:
    """And not of a table, which may have its own."""
    return id_.startswith(BY_RULE)


def of_one_surname(view: View, field: str, id_: str, name: str) -> Sequence[Namesake]:
    """Other people, each of another name."""
    surname = name.split()[-1] if id_.startswith(PERSON) and len(name.split()) > 1 else ""
    found = completed(view, field, surname) if surname else []
    others = (bucket for bucket in found if key(bucket.value) != key(id_) and is_person_called(bucket, surname))
    return named(others)[:OFFERED]


def named(buckets: Iterable[Bucket]) -> list[Namesake]:
    return [Namesake.of(bucket) for bucket in buckets]


def completed(view: View, field: str, name: str) -> Sequence[Bucket]:
    return view.complete(NOTHING, field, name, COMPARED)


def is_person_called(bucket: Bucket, surname: str) -> bool:
    return bucket.value.startswith(PERSON) and bucket.label.split()[-1].casefold() == surname.casefold()


def key(id_: str) -> Sequence[str]:
    """What an id says without a country."""
    first, *others = id_.split(":")
    return [first, *(part for part in others if part not in country_names())]


def country_of_id(id_: str) -> str | None:
    return next((part for part in id_.split(":")[1:] if part in country_names()), None)
