"""Fields of a query string: what a person or a program may write, and what is said where it is wrong.

Each raises ValidationError with a `Fault` in place of a bare sentence, so that an answer can give a code and a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from marshmallow import ValidationError, fields

from schemas.article import Source
from schemas.dates.partial_dates import PartialDate
from schemas.geography.country_lookup import country_code
from schemas.geography.territory_lookup import territory_name
from schemas.identity.body_lookup import known_body
from schemas.problem import Fault
from schemas.value_faults import no_choice, no_country, no_identity, no_plain_value, no_territory, too_many_values

DATES = "write 2023-07-15, 2023-07 or 2023"  # also how PartialDate.parse ends where it is no date by its form

QUOTED = re.compile(r'^"|[,\r\n]')  # what a value of a list has that must stand in quotation marks
VALUE = re.compile(r' *(?:"(?P<quoted>(?:[^"]|"")*+)"?(?P<rest>[^,]*+)|(?P<plain>[^,]*+))(?:,|\Z)')
LINE_BREAK = re.compile(r"[\r\n]")

Choice = TypeVar("Choice", bound=str)
Value = TypeVar("Value")


def mistake(code: str, detail: str, hint: str | None = None) -> ValidationError:
    return ValidationError([Fault(code, detail, hint=hint)])


class WordsField(fields.String):
    """A text in the query language. One that has been parsed stays so: no plain copy is made of it."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        return value if isinstance(value, str) else text


class ManyField(fields.Field[tuple[Value, ...]], Generic[Value]):
    """Values in any form that lists take in addresses: `a,b`, or the parameter several times, or both.

    A value with a comma in it stands in double quotes (`"King, Jr."`), as in CSV, and so does a name that would be
    taken for an operator (`"-x"`). Values that repeat count once.
    """

    is_multiple = True  # how webargs is told to hand over every value of the parameter

    def __init__(self, inner: fields.Field[Value], **kwargs: Any) -> None:
        super().__init__(load_default=(), **kwargs)
        self.inner = inner

    def _serialize(self, value: tuple[Value, ...] | None, attr: str | None, obj: Any, **kwargs: Any) -> list[str]:
        return [str(each) for each in value or ()]

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> tuple[Value, ...]:
        found: dict[Value, None] = {}
        faults: list[Any] = []
        written = values(value)
        named = isinstance(
            self.inner, fields.String | SourceParameter | TerritoryParameter
        )  # after anything, unlike countries and choices
        if wrong := too_many_values(len(written)):
            raise ValidationError([wrong])
        for each in written:
            if not (each.quoted and named) and (wrong := no_plain_value(each.text, str(attr))):
                faults.append(wrong)
                continue
            try:
                found[self.inner.deserialize(each.text, attr, data, **kwargs)] = None
            except ValidationError as error:
                faults.extend(error.messages)
        if faults:
            raise ValidationError(faults)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Written:
    """A value of a list, and whether it stands in quotation marks."""

    text: str
    quoted: bool


def values(written: Iterable[str]) -> list[Written]:
    return [each for text in written for each in of_list(text) if each.text]


def of_list(text: str) -> Iterator[Written]:
    for found in VALUE.finditer(text.strip()):
        quoted, rest = found["quoted"], (found["rest"] or found["plain"] or "").rstrip()
        if LINE_BREAK.search(rest):
            raise mistake("bad-list", "a list can't hold line breaks: write values with commas between them")
        if quoted is None:
            yield Written(rest.strip(), quoted=False)
        else:
            yield Written((quoted.replace('""', '"') + rest).strip(), quoted=not rest)


def split(written: Iterable[str]) -> list[str]:
    return [each.text for each in values(written)]


def join(values: Iterable[object]) -> str:
    """The inverse of `split`."""
    return ",".join(map(as_written, map(str, values)))


def as_written(text: str) -> str:
    """In quotation marks where it would else be several values, or taken for an operator."""
    if QUOTED.search(text) or no_plain_value(text, ""):
        return '"' + text.replace('"', '""') + '"'
    return text


class ChoiceField(fields.Field[Choice], Generic[Choice]):
    def __init__(self, choices: Iterable[Choice], **kwargs: Any) -> None:
        """`choices` are an enumeration, some members of one, or texts in small letters."""
        self.choices = {str(choice): choice for choice in choices}
        metadata = {"enum": list(self.choices), **kwargs.pop("metadata", {})}
        super().__init__(metadata=metadata, **kwargs)

    def _serialize(self, value: Choice | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else str(value)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Choice:
        text = str(value).strip().lower()
        if text not in self.choices:
            raise ValidationError([no_choice(str(value), self.choices)])
        return self.choices[text]


class SwitchField(fields.Boolean):
    """Written true or false and nothing else, off where it is not given."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=False, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bool:
        text = str(value).strip().lower()
        if text not in ("true", "false"):
            raise mistake("unknown-value", f"{value!r} is neither true nor false")
        return text == "true"


class CountryParameter(fields.Field[str]):
    """An ISO 3166-1 code (alpha-2 or alpha-3) or an English name, in any case; an alpha-2 code comes out."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        code = country_code(str(value))
        if code is None:
            raise ValidationError([no_country(str(value))])
        return code


class TerritoryParameter(fields.Field[str]):
    """A territory by any name; the one that it is filtered by comes out."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        name = territory_name(str(value))
        if name is None:
            raise ValidationError([no_territory(str(value))])
        return name


class SourceParameter(fields.Field[str]):
    """A source's id, or its name, which gives the id."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        try:
            return Source.named(str(value)).id
        except ValueError as error:
            raise mistake("unknown-value", str(error)) from None


class IdentityParameter(fields.String):
    """An id of a person, body or state, as answers give them."""

    def __init__(self, filter_name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.filter_name = filter_name

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs).strip()
        if fault := no_identity(text, self.filter_name):
            raise ValidationError([fault])
        return text


class BodyParameter(fields.String):
    """A body by any name; the id comes out of those that are known by name alone."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        return known_body(text) or text


class DateParameter(fields.Field[PartialDate]):
    def _serialize(self, value: PartialDate | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else str(value)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> PartialDate:
        try:
            return PartialDate.parse(str(value))
        except ValueError as error:
            raise mistake("bad-date", str(error).removesuffix(f": {DATES}"), DATES) from None


class LimitField(fields.Integer):
    def __init__(self, default: int, maximum: int, **kwargs: Any) -> None:
        metadata = {"description": "how many, at most", "minimum": 1, "maximum": maximum, **kwargs.pop("metadata", {})}
        super().__init__(load_default=default, metadata=metadata, **kwargs)
        self.maximum = maximum

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> int:
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= self.maximum):
            raise mistake("out-of-range", f"{value!r} is not a whole number from 1 to {self.maximum}")
        return int(text)
