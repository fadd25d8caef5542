"""What stands in the search form, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from werkzeug.datastructures import MultiDict

from api.page.search.filters import Labels, name_of
from api.page.search.meant import Choice, meant
from api.presentation.english import asked_for
from schemas.fields import FILTERS, IDENTITIES, Value
from schemas.problem import Fault
from schemas.query import StatementQuery
from schemas.wire.parameters import join, split


@dataclass(frozen=True, slots=True)
class Form:
    """`values` are texts of boxes, as their asker would write them; `chosen` the choices of lists; `kept` are ids,
    which nobody writes: they stand in no box, and are sent with it.

    `faults` are by parameter; what belongs to no box of the form is under "". `choices` are what may be meant instead.
    """

    values: Mapping[str, str]
    chosen: Mapping[str, Sequence[str]]
    faults: Mapping[str, Sequence[Fault]] = field(default_factory=dict)
    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: StatementQuery, labels: Labels, **drawn: str | None) -> Self:
        """`labels` are those of outlets; `drawn` is how the timeline is drawn, which another search keeps."""
        boxes = {
            name: join(name_of(name, value, labels) for value in query.filters[name] if not is_id(name, value))
            for name in (*UPFRONT, *MORE)
        }
        values = boxes | {
            "q": query.q,
            "when": asked_for(query.date_from, query.date_to),
            **{name: str(value or "") for name, value in drawn.items()},
        }
        chosen = {name: query.filters[name] for name in TICKS} | {
            "dates": (query.dates,),
            "sort": (query.sort,) if query.sort else (),
            "within": (query.within,),
            "collapse": ("true",) if query.collapse else (),
        }
        ids = {name: join(each for each in query.filters[name] if is_id(name, each)) for name in IDENTIFIED}
        return cls(values, chosen, kept={name: joined for name, joined in ids.items() if joined})

    @classmethod
    def mistaken(cls, written: MultiDict[str, str], faults: Sequence[Fault]) -> Self:
        """Everything as it was written, so that it can be mended."""
        values = {name: ", ".join(filter(None, texts)) for name, texts in written.lists()}
        lists = {name: split_if_possible(texts) for name, texts in written.lists()}
        by_parameter: dict[str, list[Fault]] = defaultdict(list)
        if ends := [values.pop(name) for name in DATES if name in values]:
            values.setdefault("when", " to ".join(ends))
        for fault in faults:
            name = "when" if fault.parameter in DATES else fault.parameter
            by_parameter[name if name in BOXES else ""].append(fault)
        for name in ("interval", "by"):
            if any(fault.parameter == name for fault in faults):
                del values[name]  # which stands in no box where it could be mended
        kept = {name: values[name] for name in UNBOXED if name in values}
        return cls(values, lists, by_parameter, kept=kept, choices=meant(written, by_parameter))

    @property
    def filled_below(self) -> int:
        """How many filters of those that are not always shown are set."""
        boxes = sum(bool(self.values.get(name)) for name in MORE)
        return boxes + sum(bool(self.chosen.get(name)) for name in TICKS) + ("said" in self.chosen.get("dates", ()))

    @property
    def filled(self) -> int:
        """How many filters are set, of all that stand below the words."""
        boxes = sum(bool(self.values.get(name)) for name in (*UPFRONT, "when"))
        return boxes + self.filled_below + ("article" in self.chosen.get("within", ()))

    @property
    def mistaken_in_filters(self) -> bool:
        return any(self.faults.get(name) for name in BOXES if name != "q")

    @property
    def mistaken_below(self) -> bool:
        return any(self.faults.get(name) for name in (*MORE, *TICKS, "dates", "sort"))


TICKS = tuple(name for name, field in FILTERS.items() if field.value is Value.CHOICE)
UPFRONT = tuple(name for name, field in FILTERS.items() if field.upfront)
UNBOXED = tuple(name for name, field in FILTERS.items() if field.value is Value.IDENTITY)
IDENTIFIED = tuple(name for name, field in FILTERS.items() if field.value in IDENTITIES)
MORE = tuple(name for name in FILTERS if name not in (*UPFRONT, *TICKS, *UNBOXED))
DATES = ("from", "to")  # which addresses have, and the form has one box for
BOXES = ("q", *UPFRONT, "when", "dates", "within", "sort", "collapse", *MORE, *TICKS)


def is_id(name: str, value: str) -> bool:
    """Whether a filter's value is an id, and no name of a body."""
    return name in UNBOXED or (name in IDENTIFIED and ":" in value)


def split_if_possible(texts: Sequence[str]) -> list[str]:
    return split(text.replace("\n", " ").replace("\r", " ") for text in texts)
