"""What articles tell of a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from api.parties import facts as module
from api.parties.facts import Office, Told, facts, offices, spellings
from schemas.filters import Filters
from schemas.identity.people import Holder
from schemas.query import StatementQuery
from schemas.statement import FoundStatement, SplitArticle
from search.documents.serialization import head
from search.opening import open_engine
from tests.contract.corpus import Said, split


def article(title: str, *said: tuple[str, str | None], published: str | None = None) -> SplitArticle:
    spoken = (Said(f"Yes, {n}.", by=name, role=role, speaker_id="person:k") for n, (name, role) in enumerate(said))
    return split(*spoken, title=title, published=published)


def found(*articles: SplitArticle) -> Iterator[FoundStatement]:
    for each in articles:
        yield from (FoundStatement(statement, head(each.article)) for statement in each.extraction.statements)


def test_nothing_is_told_of_nobody() -> None:
    said = list(found(split(Said("Nobody said so."))))
    assert (spellings(said, "speaker_id"), list(offices(said)), list(offices([]))) == ([], [], [])


def test_spellings_by_how_many_have_them() -> None:
    said = article("One", ("Serhiy K", None), ("Sergei K", None), ("Sergei K", None), ("Kedrov", None))
    assert spellings(found(said), "speaker_id") == ["Sergei K", "Kedrov", "Serhiy K"]


def test_an_office_is_told_where_two_articles_agree() -> None:
    articles = (
        article("One", ("K", "envoy"), ("K", "envoy"), published="2020-02"),
        article("Two", ("K", "Minister"), published="2021"),
        article("Three", ("K", "minister"), ("K", "minister"), published="2023-05-01"),
        article("Four", ("K", "deputy"), published=None),
        article("Five", ("K", "deputy"), published=None),
    )
    assert list(offices(found(*articles))) == [Office("minister", 2021, 2023), Office("deputy", None, None)]


def test_of_many_the_newest_and_the_oldest_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEWEST", 2)
    monkeypatch.setattr(module, "OLDEST", 2)
    names = ("A", "B", "C", "D", "E")
    articles = [article(name, (name, None), published=f"2020-01-0{n}") for n, name in enumerate(names, 1)]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(articles)
        query = StatementQuery(filters=Filters(speaker_id=("person:k",)))
        assert facts(engine.view(), query, "speaker_id").spellings == ["A", "B", "D", "E"]


def holder(role: str, first: str, last: str) -> Holder:
    first_day, last_day = (date.fromisoformat(day) if day else None for day in (first, last))
    return Holder("person:k", ("K",), role, "Court", "AM", first_day or date.min, last_day or date.max, 2)


def test_the_table_comes_first_and_what_it_tells_is_not_told_again(tmp_path: Path) -> None:
    articles = [
        article("One", ("K", "Judge"), ("K", "envoy"), published="2019"),
        article("Two", ("K", "judge"), ("K", "envoy"), published="2020"),
    ]
    lines = [holder("clerk", "", "2015-03-01"), holder("judge", "2015-03-02", ""), holder("", "", "")]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(articles)
        query = StatementQuery(filters=Filters(speaker_id=("person:k",)))
        assert facts(engine.view(), query, "speaker_id", lines).offices == [
            Office("judge", 2015, None, "Court", Told.TABLE),
            Office("clerk", None, 2015, "Court", Told.TABLE),
            Office("envoy", 2019, 2020),
        ]
