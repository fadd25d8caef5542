"""What may be wrong with a query, in words for whoever typed it. `position` is a code point of `q`."""

from __future__ import annotations

from schemas.problem import Fault
from search.errors import QueryError


def fault(code: str, detail: str, position: int, hint: str) -> QueryError:
    return QueryError(code, detail, "q", position, hint)


def located(wrong: Fault, position: int, hint: str = "") -> QueryError:
    """What is told alike elsewhere, with its place in `q`; `hint` is for where it has none."""
    return fault(wrong.code, wrong.detail, position, wrong.hint or hint)


def misplaced_star(position: int) -> QueryError:
    hint = "write it at the end of a word outside quotation marks, such as corrid*"
    return fault("misplaced-wildcard", "an asterisk is understood only at the end of a word", position, hint)


def misplaced_mark(position: int) -> QueryError:
    hint = "write the words in full, or grain~ outside quotation marks for other spellings"
    return fault("misplaced-wildcard", "a question mark stands for no letter", position, hint)


def lone(name: str, position: int, sides: str) -> QueryError:
    hint = f"write a word {sides}" + (f', or "{name}" to search for the word' if name.isalpha() else "")
    return fault("lone-operator", f"{name} has nothing {sides}", position, hint)


def too_complex(detail: str, position: int) -> QueryError:
    return fault("too-complex", detail, position, "use fewer words, phrases and groups")
