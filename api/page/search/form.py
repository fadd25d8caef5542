"""What stands in the search form, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from werkzeug.datastructures import MultiDict

from api.page.search.filters import name_of
from schemas.fields import FILTERS, Value
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
    def of(cls, query: StatementQuery, outlets: Mapping[str, str], **kept: str | None) -> Self:
        """`outlets` are names of sources by id; `kept` is how the timeline is drawn, which another search keeps."""
        boxes = (*UPFRONT, *MORE)
        values = {name: join(name_of(name, value, outlets) for value in query.filters[name]) for name in boxes} | {
            "q": query.q,
            "from": str(query.date_from or ""),
            "to": str(query.date_to or ""),
            **{name: str(value or "") for name, value in kept.items()},
        }
        chosen = {name: query.filters[name] for name in TICKS} | {
            "dates": (query.dates,),
            "sort": (query.sort,) if query.sort else (),
            "collapse": ("true",) if query.collapse else (),
        }
        return cls(values, chosen)

    @classmethod
    def mistaken(cls, written: MultiDict[str, str], faults: Sequence[Fault]) -> Self:
        """Everything as it was written, so that it can be mended."""
        values = {name: ", ".join(filter(None, texts)) for name, texts in written.lists()}
        lists = {name: split_if_possible(texts) for name, texts in written.lists()}
        by_parameter: dict[str, list[Fault]] = defaultdict(list)
        for fault in faults:
            by_parameter[fault.parameter if fault.parameter in BOXES else ""].append(fault)
        for name in ("interval", "by"):
            if any(fault.parameter == name for fault in faults):
                del values[name]  # which stands in no box where it could be mended
        return cls(values, lists, by_parameter)

    @property
    def filled_below(self) -> int:
        """How many filters of those that are not always shown are set."""
        boxes = sum(bool(self.values.get(name)) for name in MORE)
        return boxes + sum(bool(self.chosen.get(name)) for name in TICKS) + ("said" in self.chosen.get("dates", ()))

    @property
    def mistaken_below(self) -> bool:
        return any(self.faults.get(name) for name in (*MORE, *TICKS, "dates", "sort"))


TICKS = tuple(name for name, field in FILTERS.items() if field.value is Value.CHOICE)
UPFRONT = tuple(name for name, field in FILTERS.items() if field.upfront)
MORE = tuple(name for name in FILTERS if name not in (*UPFRONT, *TICKS))
BOXES = ("q", *UPFRONT, "from", "to", "dates", "sort", "collapse", *MORE, *TICKS)


def split_if_possible(texts: Sequence[str]) -> list[str]:
    return split(text.replace("\n", " ").replace("\r", " ") for text in texts)
