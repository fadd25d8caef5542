"""Counts over time, by tantivy's histograms, which give the stretches that hold something."""

from __future__ import annotations

from collections.abc import Callable

from tantivy import Query, Searcher

from schemas.page import Timeline
from schemas.query import Interval
from search import budget
from search.embedded.searching.compiler import Compiler, both
from search.queries.plan import Plan
from search.queries.timeline import PARTS, Counts, Extent, Extents, Ruler, ruler

CountAll = Callable[[str, int, Callable[[], Counts]], Counts]  # by field and width, unless that is known


def timeline(
    searcher: Searcher, compiler: Compiler, plan: Plan, interval: Interval | None, count_all: CountAll
) -> Timeline:
    matching = compiler.matching(plan)
    total, extents = extent(searcher, matching, plan.dates)
    by = ruler(interval, extents)
    if by is None:
        return Timeline(interval or Interval.YEAR, (), total)
    field = f"{plan.dates}_{by.scale.part}"
    counts = histogram(searcher, matching, field, by)
    if by.interval is Interval.DAY:  # of which an archive may have more than tantivy counts at once
        alls = histogram(searcher, both(compiler.between(field, by.first, by.end)), field, by)
    else:
        alls = count_all(field, by.scale.width, lambda: histogram(searcher, Query.all_query(), field, by))
    return by.timeline(counts, alls, total - sum(counts.values()))


def counts_over(searcher: Searcher, compiler: Compiler, plan: Plan, whole: Timeline) -> tuple[int, ...]:
    if not whole.stretches:
        return ()
    by = Ruler.over(whole)
    return by.counted(histogram(searcher, compiler.matching(plan), f"{plan.dates}_{by.scale.part}", by))


def extent(searcher: Searcher, query: Query, dates: str) -> tuple[int, Extents]:
    """How many match, and for each part of their dates how many have it, and its first and last value."""
    budget.check()
    asked = {part: {"stats": {"field": f"{dates}_{part}"}} for part in PARTS}
    found = searcher.aggregate(query, asked | {"total": {"value_count": {"field": "place"}}})
    extents = {
        part: Extent(int(found[part]["count"]), int(found[part]["min"]), int(found[part]["max"]))
        if found[part]["count"]
        else None
        for part in PARTS
    }
    return int(found["total"]["value"]), extents


def histogram(searcher: Searcher, query: Query, field: str, by: Ruler) -> Counts:
    """By the first value of each stretch, those without a match left out."""
    budget.check()
    asked = {
        "field": field,
        "interval": by.scale.width,
        "offset": by.scale.origin % by.scale.width,
        "min_doc_count": 1,
    }
    found = searcher.aggregate(query, {"counts": {"histogram": asked}})["counts"]["buckets"]
    return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in found}
