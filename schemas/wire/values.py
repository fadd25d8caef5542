"""Values that several schemas share: partial dates, spans, country codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate

from schemas.dates.partial_dates import PartialDate
from schemas.dates.written_dates import ACCEPTED, date_of
from schemas.geography.countries import country_names
from schemas.statement import Span
from schemas.value_faults import IDENTITY

LONGEST_NAME = 2_000  # characters; nobody's is as long, and what both engines count and filter by is far longer
TOO_LONG = f"has more than {LONGEST_NAME:,} characters: no name or title is so long"
NO_LONGER = validate.Length(max=LONGEST_NAME, error=TOO_LONG)

NO_IDENTITY = "is no id: one has up to 120 plain letters, digits, hyphens and colons"


def named(name: str) -> None:
    """What has no word in it can't be searched for, nor filtered by."""
    if not any(map(str.isalnum, name)):
        raise ValidationError(f"{name!r} is no name: it has no letter or digit")


def identity(id_: str) -> None:
    """Of a person, a body or a state."""
    if not IDENTITY.fullmatch(id_):
        raise ValidationError(f"{id_[:200]!r} {NO_IDENTITY}")


class PartialDateField(fields.Field[PartialDate]):
    """ "2023-07-15", "2023-07" or "2023"."""

    def _serialize(self, value: PartialDate | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else str(value)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> PartialDate:
        if not isinstance(value, str):
            raise ValidationError("a date is a string such as 2023-07-15, 2023-07 or 2023")
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            raise ValidationError(str(error)) from None


class WrittenDateField(PartialDateField):
    """A date of an article that comes in: a day, month or year in any form that can be read in one way only."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> PartialDate:
        if not isinstance(value, str):
            raise ValidationError(f"a date is a string: {ACCEPTED}")
        try:
            return date_of(value)
        except ValueError as error:
            raise ValidationError(str(error)) from None


class SpanField(fields.Field[Span]):
    """[start, end) in code points."""

    def _serialize(self, value: Span | None, attr: str | None, obj: Any, **kwargs: Any) -> list[int] | None:
        return None if value is None else list(value)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Span:
        match value:
            case [int(start), int(end)] if 0 <= start < end and not isinstance(start, bool):
                return Span(start, end)
        raise ValidationError("a span is [start, end] with 0 <= start < end, in code points of the text")


class CountryField(fields.String):
    """An ISO 3166-1 alpha-2 code, or XK."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        code = super()._deserialize(value, attr, data, **kwargs)
        if code not in country_names():
            raise ValidationError(f"{code!r} is not an ISO 3166-1 alpha-2 code")
        return code
