"""SQLite FTS5 by Datasette: the JSON of the table, which counts and facets as its own page does."""

from __future__ import annotations

from functools import cache
from typing import Any

from benchmarks.search.corpus import COLUMNS, DEEP, FACET_SIZE, Ask, Asked
from benchmarks.search.serving import Client
from schemas.query import DEFAULT_LIMIT

TABLE = "/statements/statements.json"
AT_DEPTH = f"""
    select published_on, rowid from statements
    where rowid in (select rowid from statements_fts where statements_fts match :word)
    order by published_on desc, rowid limit 1 offset {DEEP - 1}
"""


def asking(client: Client) -> Ask:
    """Without an order it gives rows by their number, which is less work than by relevance."""

    @cache
    def token_at_depth(word: str) -> str:
        """As Datasette makes it: the sort value and the key of the last row."""
        found = client.get("/statements.json", {"sql": AT_DEPTH, "word": word, "_shape": "arrays"})["rows"]
        return ",".join(map(str, found[0])) if found else ""

    def ask(asked: Asked) -> int:
        fields = parameters(asked)
        if asked.facets:
            fields |= {"_facet": list(COLUMNS), "_facet_size": FACET_SIZE}
        if asked.deep:
            fields["_next"] = token_at_depth(asked.words[0])
        if not asked.rows:
            fields |= {"_size": 0, "_nocount": 1}
        query = [
            (name, each) for name, value in fields.items() for each in (value if isinstance(value, list) else [value])
        ]
        return int(client.get(TABLE, query)["filtered_table_rows_count"] or 0)  # type: ignore[arg-type]

    return ask


def parameters(asked: Asked) -> dict[str, Any]:
    fields: dict[str, Any] = {"_shape": "objects", "_size": DEFAULT_LIMIT}
    if asked.words:
        text = " ".join(asked.words)
        fields["_search"] = f'"{text}"' if asked.phrase else text
    if asked.country:
        fields["speaker_country__exact"] = asked.country
    if asked.years:
        first, last = asked.years
        fields |= {"published_on__gte": f"{first}-01-01", "published_on__lte": f"{last}-12-31"}
    if asked.newest:
        fields["_sort_desc"] = "published_on"
    return fields
