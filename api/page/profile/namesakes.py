"""Speakers that may be taken for one another: of one name for different countries, or of one surname."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.queries.addresses import NOTHING
from schemas.countries import country_names
from schemas.page import Bucket
from search.engine import View

COMPARED = 20  # speakers, the most frequent
OFFERED = 6
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Namesake:
    """`country` is the one that the id tells, None where it tells none."""

    id: str
    name: str
    country: str | None
    count: int


def namesakes(view: View, id_: str, name: str) -> Sequence[Namesake]:
    """Of one name first, whatever the country; of people those of one surname, too."""
    of_name = [bucket for bucket in completed(view, name, id_) if key(bucket.value) == key(id_)]
    surname = name.split()[-1] if id_.startswith(f"{PERSON}:") and len(name.split()) > 1 else ""
    others = completed(view, surname, id_) if surname else []
    of_surname = [bucket for bucket in others if is_person_called(bucket, surname)]
    found = {bucket.value: bucket for bucket in (*of_name, *of_surname)}
    return [Namesake(each.value, each.label, country_of_id(each.value), each.count) for each in found.values()][
        :OFFERED
    ]


def completed(view: View, name: str, but: str) -> list[Bucket]:
    return [bucket for bucket in view.complete(NOTHING, "speaker_id", name, COMPARED) if bucket.value != but]


def is_person_called(bucket: Bucket, surname: str) -> bool:
    return bucket.value.startswith(f"{PERSON}:") and bucket.label.split()[-1].casefold() == surname.casefold()


def key(id_: str) -> Sequence[str]:
    """What an id says without a country."""
    return [part for part in id_.split(":") if part not in country_names()]


def country_of_id(id_: str) -> str | None:
    return next((part for part in id_.split(":")[1:] if part in country_names()), None)
