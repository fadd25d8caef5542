"""The organisations that an article names, each as a body: of several states, or of others that speak for none."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.extraction.document.words import runs
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, OrganisationMention
from indexer.extraction.model.coreference import Body

EMPTY = word_list("in-no-name-of-a-body")


def content_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in runs(text)) - EMPTY


def organisations(annotations: Annotations) -> Mapping[str, Body]:
    """Those of several states and others that speak for none, by their full names; each named as it is at most."""
    fullest: dict[str, OrganisationMention] = {}
    for each in annotations.organisations:
        other = fullest.get(each.organisation.name)
        if other is None or each.end - each.start > other.end - other.start:
            fullest[each.organisation.name] = each
    return {full_name: _organisation(each, annotations) for full_name, each in fullest.items()}


def _organisation(fullest: OrganisationMention, annotations: Annotations) -> Body:
    name = annotations.text[fullest.start : fullest.end]
    words = content_words(fullest.organisation.name) | fullest.organisation.kinds
    return Body(
        f"organisation:{fullest.organisation.name}", name, fullest.start, no_state=True, organisation=name, words=words
    )
