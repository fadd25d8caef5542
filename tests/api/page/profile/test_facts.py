"""What articles tell of a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.page.profile import facts as module
from api.page.profile.facts import Facts, Office, facts
from schemas.filters import Filters
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
    assert Facts.of([]) == Facts([], [])
    assert Facts.of(found(split(Said("Nobody said so.")))) == Facts([], [])


def test_spellings_by_how_many_have_them() -> None:
    said = article("One", ("Serhiy K", None), ("Sergei K", None), ("Sergei K", None), ("Kedrov", None))
    assert Facts.of(found(said)).spellings == ["Sergei K", "Kedrov", "Serhiy K"]


def test_an_office_is_told_where_two_articles_agree() -> None:
    articles = (
        article("One", ("K", "envoy"), ("K", "envoy"), published="2020-02"),
        article("Two", ("K", "Minister"), published="2021"),
        article("Three", ("K", "minister"), ("K", "minister"), published="2023-05-01"),
        article("Four", ("K", "deputy"), published=None),
        article("Five", ("K", "deputy"), published=None),
    )
    assert Facts.of(found(*articles)).offices == [Office("minister", 2021, 2023), Office("deputy", None, None)]


def test_of_many_the_newest_and_the_oldest_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEWEST", 2)
    monkeypatch.setattr(module, "OLDEST", 2)
    names = ("A", "B", "C", "D", "E")
    articles = [article(name, (name, None), published=f"2020-01-0{n}") for n, name in enumerate(names, 1)]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(articles)
        query = StatementQuery(filters=Filters(speaker_id=("person:k",)))
        assert facts(engine.view(), query).spellings == ["A", "B", "D", "E"]
