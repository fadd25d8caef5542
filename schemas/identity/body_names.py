"""The names of bodies, as the tables have them, by their plain words without "the"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from schemas.geography.country_lookup import DOTTED
from schemas.identity.letters import plain
from schemas.identity.tables import rows


def words_of_body(name: str) -> list[str]:
    """ "The Ministry of the Interior" is ministry, of, interior; "United Nations Women" is un, women."""
    words = [word for word in plain(DOTTED.sub(r"\1", name).replace("+", " plus ")).split() if word != "the"]
    return ["un", *words[2:]] if len(words) > 2 and words[:2] == ["united", "nations"] else words


@cache
def organisations() -> Mapping[str, str]:
    """The words of the id by every name of a body of bodies.csv."""
    return {
        " ".join(words_of_body(name)): "-".join(words_of_body(row["name"]))
        for row in rows("bodies")
        for name in (row["name"], *filter(None, row["short"].split(";")))
    }


@cache
def offices() -> Mapping[str, str]:
    """The words of the id by every name of what each state has, without the state."""
    return {name: row["body"] for row in rows("offices") for name in row["names"].split(";")}


@cache
def houses() -> Mapping[str, tuple[str, str]]:
    """Country and words of the id by names that tell both."""
    found = {}
    for row in rows("offices"):
        for house in filter(None, row["houses"].split(";")):
            country, _, name = house.partition("=")
            found[name] = country, row["body"]
    return found
