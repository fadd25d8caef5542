"""The names under which statements have an id, counted by the keys of both."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tantivy import Query, Searcher

from search import budget
from search.documents.index_fields import spelling_field
from search.embedded.index.schema import KEY, key_of
from search.embedded.searching.compiler import Compiler, both
from search.embedded.searching.key_names import EVERY_VALUE, KeyNames
from search.queries.spellings import MOST_NAMES, Names


def spellings(
    searcher: Searcher, compiler: Compiler, names: KeyNames, found: Sequence[Query], facet: str, ids: Collection[str]
) -> Names:
    """Those of what matches all of these queries, or of all statements; ids of nothing are left out."""
    budget.check()
    spelling = spelling_field(facet)
    by_key = {key_of(id_): id_ for id_ in ids}
    theirs = both(*found, compiler.any_key(facet, list(by_key)))
    asked = terms(f"{facet}{KEY}", len(by_key)) | {"aggs": {"names": terms(f"{spelling}{KEY}", MOST_NAMES)}}
    counted = {
        by_key[int(bucket["key"])]: {int(name["key"]): int(name["doc_count"]) for name in bucket["names"]["buckets"]}
        for bucket in searcher.aggregate(theirs, {"ids": asked})["ids"]["buckets"]
    }
    keys = list({key for counts in counted.values() for key in counts})
    called = dict(zip(keys, names.of(searcher, found, spelling, keys), strict=True))
    return {id_: {called[key]: count for key, count in counts.items()} for id_, counts in counted.items()}


def terms(field: str, size: int) -> dict[str, object]:
    return {"terms": {"field": field, "size": size, "segment_size": EVERY_VALUE}}
