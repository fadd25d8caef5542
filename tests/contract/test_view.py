"""A view reads one state of the index, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from schemas.article import Source
from schemas.fields import FACETS
from schemas.filters import Filters
from schemas.query import ArticleQuery, Sort, StatementQuery
from schemas.statement import SplitArticle
from search.engine import Engine, View
from search.errors import NotFound
from tests.contract.corpus import Said, split

EVERYTHING = StatementQuery()
WORD = StatementQuery(q="harbour")
TERMS = "The harbour stays open to grain ships of every flag."


def before() -> list[SplitArticle]:
    said = [Said(f"{TERMS} Again: {n}.", by="Ada Marsh", speaks_for=("AM",)) for n in range(3)]
    return [split(*said[:2], title="One", source="Harbour Post"), split(said[2], title="Two", source="Harbour Post")]


def after() -> list[SplitArticle]:
    said = Said("The harbour is closed to everybody.", by="Ben Field", speaks_for=("AZ",))
    first = split(said, title="One")
    renamed = replace(first.article, source=Source("harbour-post", "The New Harbour Post"))
    return [replace(first, article=renamed), split(said, title="Three")]


def narrowed(query: StatementQuery, **values: tuple[str, ...]) -> StatementQuery:
    return replace(query, filters=query.filters.replace(**values))


def asked(ids: list[str]) -> Mapping[str, Callable[[View], Any]]:
    """Every question that a view answers."""
    return {
        "search": lambda view: view.search(EVERYTHING),
        "ranked": lambda view: view.search(WORD),
        "first": lambda view: view.first(WORD),
        "oldest": lambda view: view.search(replace(EVERYTHING, sort=Sort.OLDEST)),
        "count": lambda view: view.count(EVERYTHING),
        "facets": lambda view: view.facets(EVERYTHING, list(FACETS), 10),
        "values": lambda view: view.value_counts(EVERYTHING, {"speaker_id": ["person:ada-marsh", "person:ben-field"]}),
        "complete": lambda view: view.complete(EVERYTHING, "speaker_id", "ma", 10),
        "timeline": lambda view: view.timeline(EVERYTHING),
        "counts over": lambda view: view.counts_over(WORD, view.timeline(EVERYTHING)),
        "similar": lambda view: view.similar(ids[0], 5),
        "articles": lambda view: view.articles(ArticleQuery()),
        "get": lambda view: [view.get(id_) for id_ in ids],
        "statements": lambda view: view.statements_of(view.get(ids[0]).article.id),
        "article": lambda view: view.article(view.get(ids[0]).article.id),
        "copies": lambda view: view.copies(view.get(ids[0]).article.id, 5),
    }


def outlets(view: View) -> dict[str, str]:
    return {bucket.value: bucket.label for bucket in view.facets(EVERYTHING, ["source"], 10)["source"]}


def change(engine: Engine) -> None:
    engine.replace(after())
    engine.delete(before()[1].article.id)


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.replace(before())
    return engine


def test_all_questions_to_a_view_read_the_state_that_the_first_one_read(written: Engine) -> None:
    view, ids = written.view(), [found.statement.id for found in written.search(EVERYTHING).data]
    questions = asked(ids)
    expected = {name: ask(view) for name, ask in questions.items()}
    with ThreadPoolExecutor() as threads:
        threads.submit(change, written).result()
    assert {name: ask(view) for name, ask in questions.items()} == expected


def test_a_new_view_sees_what_changed(written: Engine) -> None:
    view, ids = written.view(), [found.statement.id for found in written.search(EVERYTHING).data]
    assert view.count(EVERYTHING).value == 3
    change(written)
    fresh = written.view()
    assert fresh.count(EVERYTHING).value == 2
    assert outlets(fresh) == {"harbour-post": "The New Harbour Post", "lowland-gazette": "Lowland Gazette"}
    assert outlets(view) == {"harbour-post": "Harbour Post"}
    assert [bucket.label for bucket in fresh.complete(EVERYTHING, "speaker_id", "fi", 5)] == ["Ben Field"]
    with pytest.raises(NotFound):
        fresh.article(before()[1].article.id)
    assert view.article(before()[1].article.id).article.id == before()[1].article.id
    assert [view.get(id_).statement.id for id_ in ids] == ids


def test_a_view_that_was_asked_nothing_reads_the_newest_state(written: Engine) -> None:
    view = written.view()
    change(written)
    assert view.count(EVERYTHING).value == 2


def test_a_question_by_itself_reads_the_newest_state(written: Engine) -> None:
    assert written.count(EVERYTHING).value == 3
    change(written)
    assert written.count(EVERYTHING).value == 2


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_cursors_of_a_view_go_on_outside_of_it(written: Engine, sort: Sort) -> None:
    """By date after the last result, in whatever state the index is."""
    query = replace(EVERYTHING, sort=sort, limit=1)
    every = [found.statement.id for found in written.search(replace(query, limit=10)).data]
    walked: list[str] = []
    cursor: str | None = None
    for view in (written.view(), written, written.view()):
        page = view.search(replace(query, cursor=cursor))
        walked += [found.statement.id for found in page.data]
        cursor = page.next
    assert walked == every
    assert cursor is None


def test_values_are_counted_as_the_only_ones_of_their_filter(filled: Engine) -> None:
    query = StatementQuery(filters=Filters(country=("AM",), speaker=("petrosjan",)))
    values = {"country": ["AZ", "AM", "FR"], "speaker": ["kedrov", "petrosjan"], "act": []}
    found = filled.value_counts(query, values)
    expected = {
        "country": [filled.count(narrowed(query, country=(code,))).value for code in values["country"]],
        "speaker": [filled.count(narrowed(query, speaker=(name,))).value for name in values["speaker"]],
        "act": [],
    }
    assert {facet: [bucket.count for bucket in buckets] for facet, buckets in found.items()} == expected
    assert [bucket.label for bucket in found["country"]] == ["Azerbaijan", "Armenia", "France"]
    assert expected["country"][1] > 0


def test_chosen_sources_have_names_and_unknown_ones_their_id(filled: Engine) -> None:
    (found,) = filled.value_counts(EVERYTHING, {"source": ["harbour-post", "nowhere"]}).values()
    assert [(bucket.label, bucket.count) for bucket in found] == [("Harbour Post", 3), ("nowhere", 0)]


def test_statements_of_an_article_are_in_the_order_of_its_text(filled: Engine) -> None:
    found = filled.search(StatementQuery(limit=100)).data
    for article_id in {each.article.id for each in found}:
        assert tuple(filled.statements_of(article_id)) == filled.article(article_id).extraction.statements
    assert not filled.statements_of("no-such-article")
