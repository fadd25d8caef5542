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
    """Those of several states and others that speak for none, by the names of the table: "EU" is European Union."""
    found: dict[str, Body] = {}
    for each in annotations.organisations:
        if each.organisation.name not in found:
            found[each.organisation.name] = _organisation(each)
    return found


def _organisation(mention: OrganisationMention) -> Body:
    name = mention.organisation.name
    words = content_words(name) | mention.organisation.kinds
    return Body(f"organisation:{name}", name, mention.start, no_state=True, organisation=name, words=words)
