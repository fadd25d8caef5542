"""What may be wrong with a query, in words for whoever typed it. `position` is a code point of `q`."""

from __future__ import annotations

from schemas.nearest import nearest
from search.errors import QueryError
from search.language.fields import FIELDS

# What people try for dates: the parameters of the API have these names.
DATE_FIELDS = {"from": "published:2023-07..", "to": "published:..2023-07", "date": "published:2023-07"}


def fault(code: str, detail: str, position: int, hint: str) -> QueryError:
    return QueryError(code, detail, "q", position, hint)


def misplaced_star(position: int) -> QueryError:
    hint = "write it at the end of a word outside quotation marks, such as corrid*"
    return fault("misplaced-wildcard", "an asterisk is understood only at the end of a word", position, hint)


def unknown_field(name: str, position: int) -> QueryError:
    meant = DATE_FIELDS.get(name) or nearest(name, FIELDS)
    fields = f"did you mean {meant}?" if meant else f"there are {', '.join(FIELDS)}."
    hint = f"{fields} To search for these words, put quotation marks around them"
    return fault("unknown-field", f"there is no field {name}", position, hint)


def lone(name: str, position: int, sides: str = "on both sides of it") -> QueryError:
    hint = f"write a word {sides}" + (f', or "{name}" to search for the word' if name.isalpha() else "")
    return fault("lone-operator", f"{name} has nothing {sides}", position, hint)


def too_complex(detail: str, position: int) -> QueryError:
    return fault("too-complex", detail, position, "use fewer words, phrases and groups")
