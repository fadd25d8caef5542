"""The words of a country in the names of its bodies: "Azerbaijan", "Republic of Azerbaijan", "Azerbaijani"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from schemas.geography.country_lookup import codes_by_name
from schemas.identity.letters import plain
from schemas.identity.tables import rows

Run = tuple[Sequence[str], tuple[str, ...]]  # words, and the codes of the countries that they may mean

SHORTEST = 4  # letters of a name: what has fewer is a code
LONGEST = 8  # words of a country's name
ENDS = ("n", "an", "ian", "ean", "i", "ese", "ish", "ic", "s")  # of words for people and things of a country
LOST_ENDS = ("a", "e", "o", "y", "ey", "en", "istan")  # of Cuba, Chile, Mexico, Italy, Turkey, Sweden, Uzbekistan


def parted(words: Sequence[str], code: str | None = None) -> tuple[str | None, list[str]]:
    """The country of the words, and the words without those for it.

    That is `code` where one is given, else the one that they name; None where they name none, or several.
    """
    runs = list(_runs(words))
    named = {own for _, codes in runs for own in codes[:1] if len(codes) == 1}
    meant = code or (named.pop() if len(named) == 1 else None)
    return meant, list(chain.from_iterable(_without(runs, meant)))


def _without(runs: Sequence[Run], code: str | None) -> Iterator[Sequence[str]]:
    """The words of all runs that don't mean the country, and not the "of" before these."""
    for (run, codes), (_, behind) in zip(runs, [*runs, ((), ())][1:], strict=True):
        if code is None or not (code in codes or (code in behind and list(run) == ["of"])):
            yield run


def _runs(words: Sequence[str]) -> Iterator[Run]:
    """Each name of a country with the codes it may mean, the longest first; each other word with none."""
    index = 0
    while index < len(words):
        longest = range(min(len(words), index + LONGEST), index, -1)
        end = next((end for end in longest if " ".join(words[index:end]) in country_words()), index + 1)
        yield words[index:end], country_words().get(" ".join(words[index:end]), ())
        index = end


@cache
def country_words() -> Mapping[str, tuple[str, ...]]:
    """The codes by every name of a country, and by the words for its people and things, all plain."""
    names = {_plain(name): codes for name, codes in codes_by_name().items() if len(name) >= SHORTEST}
    del names["states"]  # "the Arab States of the Gulf"
    found: dict[str, tuple[str, ...]] = {}
    for name, codes in names.items():
        for word in _demonyms(name):
            found[word] = tuple(sorted({*found.get(word, ()), *codes}))
    told = {word: (row["country"],) for row in rows("demonyms") for word in row["words"].split(";")}
    return found | told | names


def _plain(name: str) -> str:
    return " ".join(word for word in plain(name).split() if word != "the")


def _demonyms(name: str) -> Iterator[str]:
    """What may be one: "armenian" and "armeniai" of "armenia", of which there is but one."""
    yield from (name + end for end in ENDS)
    for lost in LOST_ENDS:
        stem = name.removesuffix(lost)
        if stem != name and len(stem) >= SHORTEST:
            yield from (stem, *(stem + end for end in ENDS))
