"""What the filters of a search ask for, whichever fields there are."""

from __future__ import annotations

from collections.abc import ItemsView
from dataclasses import dataclass

from schemas.fields import FILTERS


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Filters:
    """Values by the name of a field, any of which will do: `Filters(country=("AM", "AZ"), kind=(Kind.DIRECT,))`.

    `filters["country"]` is () where that filter asks for nothing; KeyError for a name that is no filter's.
    """

    asked: tuple[tuple[str, tuple[str, ...]], ...]

    def __init__(self, **values: tuple[str, ...]) -> None:
        if unknown := values.keys() - FILTERS.keys():
            raise TypeError(f"there is no filter {', '.join(sorted(unknown))}")
        given = {name: tuple(map(str, values[name])) for name in FILTERS if name in values}
        object.__setattr__(self, "asked", tuple((name, texts) for name, texts in given.items() if texts))

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in FILTERS:
            raise KeyError(name)
        return next((values for asked, values in self.asked if asked == name), ())

    def __bool__(self) -> bool:
        return bool(self.asked)

    def __repr__(self) -> str:
        return f"Filters({', '.join(f'{name}={values!r}' for name, values in self.asked)})"

    def items(self) -> ItemsView[str, tuple[str, ...]]:
        """Those that ask for something, in the order of the table."""
        return dict(self.asked).items()

    def replace(self, **values: tuple[str, ...]) -> Filters:
        """With these values in place of those that the same filters had."""
        return Filters(**{**dict(self.asked), **values})


NO_FILTERS = Filters()
