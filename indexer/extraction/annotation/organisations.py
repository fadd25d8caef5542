"""Organisations of several states, outlets and others that speak for no country: names, short forms and nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from indexer.extraction.lang.en.name_patterns import A_NAME_BEFORE
from indexer.extraction.lang.en.outlet_patterns import people_called_like_outlets
from indexer.extraction.lang.tables import table
from indexer.extraction.model.annotation import Organisation, OrganisationMention
from schemas.identity.tables import rows

REACH = 60  # characters before a name in which the word before it stands


FIRST_WORD = re.compile(r"(?<![\w-])[A-Z][\w.+]*")


@cache
def _organisations() -> Mapping[str, Sequence[tuple[str, Organisation]]]:
    """By the first word of each form: the forms that begin with it, the longest first."""
    by_first: dict[str, list[tuple[str, Organisation]]] = {}
    for organisation in (*_of_table(rows("bodies")), *_of_table(table("outlets"), is_outlet=True)):
        for form in organisation.forms:
            by_first.setdefault(re.split(r"[ ’'/-]", form)[0], []).append((form, organisation))
    for forms_of_first in by_first.values():
        forms_of_first.sort(key=lambda entry: -len(entry[0]))
    return by_first


def _of_table(named: Iterable[Mapping[str, str]], *, is_outlet: bool = False) -> Iterator[Organisation]:
    for row in named:
        forms = tuple(_spelled((row["name"], *_listed(row["short"]))))
        yield Organisation(row["name"], forms, frozenset(_listed(row.get("kind", ""))), is_outlet)


def _spelled(forms: Iterable[str]) -> Iterator[str]:
    """With "U.N. Security Council" for "UN Security Council"."""
    for form in forms:
        yield form
        if form.startswith("UN "):
            yield f"U.N. {form.removeprefix('UN ')}"


def _listed(cell: str) -> list[str]:
    return [word for word in cell.split(";") if word]


def find_organisations(text: str) -> tuple[OrganisationMention, ...]:
    """All of them in the order of the text; the longest form wins.

    A form that only tells the kind, as "the Commission", is one where the article names it, or another such as the EU.
    """
    by_first, people = _organisations(), people_called_like_outlets(text)
    found: list[OrganisationMention] = []
    position = 0
    for match in FIRST_WORD.finditer(text):
        start = match.start()
        if start < position:
            continue
        for form, organisation in by_first.get(match[0]) or by_first.get(match[0].rstrip(".")) or ():
            end = start + len(form)
            if text.startswith(form, start) and not text[end : end + 1].isalnum():
                if form.lower() in organisation.kinds and A_NAME_BEFORE.search(text, max(0, start - REACH), start):
                    continue  # "the High Commission"
                if form.lower() in people and not form.isupper():
                    continue  # "Antara" of Antara Ilk
                found.append(OrganisationMention(start, end, organisation))
                position = end
                break
    certain = {_first_word(each) for each in found if not _tells_its_kind(each, text)}
    return tuple(each for each in found if _first_word(each) in certain)


def _tells_its_kind(mention: OrganisationMention, text: str) -> bool:
    return text[mention.start : mention.end].lower() in mention.organisation.kinds


def _first_word(mention: OrganisationMention) -> str:
    """ "European" of the European Commission, and of the European Union."""
    return mention.organisation.name.split()[0]
