"""Counts over time, by histograms that give only the stretches that hold something: so few that no limit of the
server on buckets is ever met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemas.page import Timeline
from schemas.query import Interval
from search.elastic.searching.compiler import Clause, matching
from search.elastic.searching.reader import Reader
from search.queries.plan import Plan
from search.queries.timeline import PARTS, Counts, Extent, Ruler, ruler


def timeline(reader: Reader, plan: Plan, interval: Interval | None) -> Timeline:
    """Two requests: what there is to count, then its counts, both of the matches and of all statements."""
    query = matching(plan)
    asked = {part: {"stats": {"field": f"{plan.dates}_{part}"}} for part in PARTS}
    total, found = aggregated(reader, query, asked)
    by = ruler(interval, {part: extent(found[part]) for part in PARTS})
    if by is None:
        return Timeline(interval or Interval.YEAR, (), total)
    field = f"{plan.dates}_{by.scale.part}"
    within: Clause = {"range": {field: {"gte": by.first, "lte": by.end}}}
    wanted: dict[str, Clause] = {
        "exact": {"value_count": {"field": field}},
        "matches": {"filter": within, "aggs": {"counts": histogram(field, by)}},
        # Counted in the same search, so that no stretch has more matches than statements.
        "all": {"global": {}, "aggs": {"within": {"filter": within, "aggs": {"counts": histogram(field, by)}}}},
    }
    total, found = aggregated(reader, query, wanted)
    undated = total - int(found["exact"]["value"])
    return by.timeline(counts(found["matches"]), counts(found["all"]["within"]), undated)


def counts_over(reader: Reader, plan: Plan, whole: Timeline) -> tuple[int, ...]:
    if not whole.stretches:
        return ()
    by = Ruler.over(whole)
    _, found = aggregated(reader, matching(plan), {"counts": histogram(f"{plan.dates}_{by.scale.part}", by)})
    return by.counted(counts(found))


def aggregated(reader: Reader, query: Clause, asked: Mapping[str, Clause]) -> tuple[int, Mapping[str, Any]]:
    answer = reader.search(query=query, size=0, aggs=asked, track_total_hits=True)
    return int(answer["hits"]["total"]["value"]), answer["aggregations"]


def extent(found: Mapping[str, Any]) -> Extent | None:
    return Extent(found["count"], int(found["min"]), int(found["max"])) if found["count"] else None


def histogram(field: str, by: Ruler) -> Clause:
    scale = by.scale
    asked = {
        "field": field,
        "interval": scale.width,
        "offset": scale.origin % scale.width,
        "min_doc_count": 1,
    }
    return {"histogram": asked}


def counts(found: Mapping[str, Any]) -> Counts:
    return {int(bucket["key"]): bucket["doc_count"] for bucket in found["counts"]["buckets"]}
