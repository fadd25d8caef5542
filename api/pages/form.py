"""What stands in the search form, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from werkzeug.datastructures import MultiDict

from api.pages.words import country
from schemas.problem import Fault
from schemas.query import StatementQuery
from schemas.wire.parameters import join, split


@dataclass(frozen=True, slots=True)
class Form:
    """`values` are texts of boxes, as their asker would write them; `chosen` the choices of lists.

    `faults` are by parameter; what belongs to no box of the form is under "".
    """

    values: Mapping[str, str]
    chosen: Mapping[str, Sequence[str]]
    faults: Mapping[str, Sequence[Fault]] = field(default_factory=dict)

    @classmethod
    def of(cls, query: StatementQuery) -> Self:
        values = {
            "q": query.q,
            "country": join(map(country, query.country)),
            "speaker_country": join(map(country, query.speaker_country)),
            "about": join(map(country, query.about)),
            "speaker": join(query.speaker),
            "from": str(query.date_from or ""),
            "to": str(query.date_to or ""),
            "sort": str(query.sort or ""),
        }
        return cls(values, {"source": query.source, "kind": query.kind, "dates": (query.dates,)})

    @classmethod
    def mistaken(cls, written: MultiDict[str, str], faults: Sequence[Fault]) -> Self:
        """Everything as it was written, so that it can be mended."""
        values = {name: ", ".join(filter(None, texts)) for name, texts in written.lists()}
        lists = {name: split_if_possible(texts) for name, texts in written.lists()}
        by_parameter: dict[str, list[Fault]] = defaultdict(list)
        for fault in faults:
            by_parameter[fault.parameter if fault.parameter in BOXES else ""].append(fault)
        return cls(values, lists, by_parameter)

    @property
    def widened(self) -> bool:
        """Whether a box that is not always shown has something in it, or wrong with it."""
        return any(self.values.get(name) or self.faults.get(name) for name in MORE) or bool(
            self.chosen.get("kind") or self.chosen.get("dates", ("published",)) != ("published",)
        )


MORE = ("speaker", "speaker_country", "about")
BOXES = ("q", "country", "source", "from", "to", "kind", "dates", *MORE)


def split_if_possible(texts: Sequence[str]) -> list[str]:
    return split(text.replace("\n", " ").replace("\r", " ") for text in texts)
