"""Organisations of several states, and others that speak for no country: their names, short forms and nicknames."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from indexer.extraction.lang.en.name_patterns import A_NAME_BEFORE
from indexer.extraction.lang.tables import table
from indexer.extraction.model.annotation import Organisation, OrganisationMention

REACH = 60  # characters before a name in which the word before it stands


FIRST_WORD = re.compile(r"(?<![\w-])[A-Z][\w.+]*")


@cache
def _organisations() -> Mapping[str, Sequence[tuple[str, Organisation]]]:
    """By the first word of each form: the forms that begin with it, the longest first."""
    by_first: dict[str, list[tuple[str, Organisation]]] = {}
    for row in table("organisations"):
        forms = (row["name"], *(form for form in row["short"].split(";") if form))
        organisation = Organisation(row["name"], forms, frozenset(kind for kind in row["kind"].split(";") if kind))
        for form in forms:
            by_first.setdefault(re.split(r"[ ’'-]", form)[0], []).append((form, organisation))
    for forms_of_first in by_first.values():
        forms_of_first.sort(key=lambda entry: -len(entry[0]))
    return by_first


def find_organisations(text: str) -> tuple[OrganisationMention, ...]:
    """All of them in the order of the text; the longest form wins."""
    by_first = _organisations()
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
                found.append(OrganisationMention(start, end, organisation))
                position = end
                break
    return tuple(found)
