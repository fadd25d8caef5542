"""The user's words for what articles are made of: `--column title=headline`, for tables and NDJSON alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from schemas.spelling import nearest

FIELDS = ("title", "url", "source", "published_on", "language", "text", "id")
MADE = (
    "countries",
    "territories",
    "statements",
    "extractor",
    "split",
    "ingested_at",
    "checksum",
    "content_hash",
)  # by Demarche
MEANT = {  # what dumps of others call them
    "headline": "title",
    "link": "url",
    "outlet": "source",
    "publisher": "source",
    "date": "published_on",
    "published": "published_on",
    "lang": "language",
    "body": "text",
    "content": "text",
}
SHOWN = 12  # columns that are named where one is missing


def parse_mapping(told: str) -> tuple[str, str]:
    """`title=headline` as ("title", "headline"); ValueError says what is wrong with it."""
    field, equals, name = told.partition("=")
    if not equals or not name:
        raise ValueError(f"{told!r} is not FIELD=NAME, such as title=headline")
    if field not in FIELDS:
        near = nearest_field(field)
        hint = f"; did you mean {near}?" if near else ""
        raise ValueError(f"{field!r} is none of {', '.join(FIELDS)}{hint}")
    return field, name


def tell_missing(name: str, field: str, there: Collection[str]) -> str:
    """Why an input can't be read whose columns don't hold `name`, which was to be the article's `field`."""
    shown = ", ".join(list(there)[:SHOWN]) + (f" and {len(there) - SHOWN} more" if len(there) > SHOWN else "")
    near = nearest(name, there)
    hint = f" (did you mean {near}?)" if near else ""
    column = name if name == field else f"{name}, which was to be {field}"
    return f"has no column {column}{hint}; it has {shown or 'none'}"


def find_unused(there: Iterable[str], columns: Mapping[str, str]) -> tuple[str, ...]:
    """Those of its members that no article has, and that the user's words for columns don't name either."""
    used = {*FIELDS, *MADE, *columns.values(), *(path.partition(".")[0] for path in columns.values())}
    return tuple(name for name in there if name not in used)


def nearest_field(name: str) -> str | None:
    """What an article has instead, or None where nothing is near."""
    plain = name.strip().casefold()
    return MEANT.get(plain) or nearest(plain, FIELDS)


def names(columns: Mapping[str, str]) -> dict[str, str]:
    """What each field is called in the input: its own name, where the user gave no other."""
    return {field: columns.get(field, field) for field in FIELDS}
