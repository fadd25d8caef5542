"""Lines of an export: taken back as they are, or refused by name where the checksum alone is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded, Refused
from indexer.interchange.backup import KEPT, checksum, read_untouched, restore, write_line
from indexer.pipeline.worker import split
from schemas.statement import SplitArticle, Statement
from schemas.wire.article import ArticleSchema
from tests.contract.corpus import CORPUS

WHOLE = CORPUS[0]


def line(article: SplitArticle = WHOLE) -> dict[str, Any]:
    read: dict[str, Any] = orjson.loads(write_line(article))
    return read


def vouched(given: dict[str, Any]) -> dict[str, Any]:
    """With the right checksum of whatever it holds."""
    return given | {"checksum": checksum(WHOLE.article, given)}


@pytest.mark.parametrize("article", CORPUS, ids=lambda one: one.article.title)
def test_what_is_exported_is_restored(article: SplitArticle) -> None:
    given = line(article)
    assert read_untouched(given) == article.article
    assert restore(article.article, given) == article


@pytest.mark.parametrize("name", [*KEPT, *ArticleSchema().fields, "checksum"])
@pytest.mark.parametrize("value", [None, "Other.", 5], ids=repr)
def test_what_is_changed_is_seen(name: str, value: object) -> None:
    assert read_untouched(line() | {name: value}) is None


@pytest.mark.parametrize("source", ["Herald", {"id": "herald"}, {"name": 5}, {"name": "—"}], ids=repr)
def test_a_source_that_is_none_is_seen(source: object) -> None:
    assert read_untouched(line() | {"source": source}) is None


def test_the_id_of_a_source_follows_from_its_name() -> None:
    given = line()
    assert read_untouched(given | {"source": given["source"] | {"id": "another"}}) == WHOLE.article


def test_a_line_of_before_parts_bases_and_ids_were_told_is_restored() -> None:
    given = line()
    added = ("parts", "sentence", "target")
    told = [{name: value for name, value in each.items() if name not in added} for each in given["statements"]]
    for each in filter(None, (statement["speaker"] for statement in told)):
        del each["basis"], each["id"]
    before = vouched(given | {"statements": told})
    restored = restore(WHOLE.article, before).extraction.statements
    assert restored == tuple(map(without_what_was_added, WHOLE.extraction.statements))


def test_a_line_of_before_ids_were_told_is_restored() -> None:
    given = line()
    parties = [each[name] for each in given["statements"] for name in ("speaker", "target") if each[name]]
    for party in parties:
        del party["id"]
    restored = restore(WHOLE.article, vouched(given)).extraction.statements
    assert restored == tuple(map(without_ids, WHOLE.extraction.statements))


def without_ids(statement: Statement) -> Statement:
    speaker = statement.speaker and replace(statement.speaker, id=None)
    return replace(statement, speaker=speaker, target=statement.target and replace(statement.target, id=None))


def without_what_was_added(statement: Statement) -> Statement:
    speaker = statement.speaker and replace(statement.speaker, basis=None, id=None)
    return replace(statement, parts=(), sentence=None, target=None, speaker=speaker)


BROKEN: dict[str, dict[str, Any]] = {
    **{f"{name} null": {name: None} for name in KEPT},
    "split that is a word": {"split": "true"},
    "countries of another type": {"countries": [5]},
    "one country": {"countries": "AM"},
    "statements of another type": {"statements": {"text": "Words."}},
    "a day for a moment": {"ingested_at": "yesterday"},
    "an extractor that is a number": {"extractor": 3},
}
OF_STATEMENT: dict[str, dict[str, Any]] = {
    "text of another type": {"text": 5},
    "a span of three": {"spans": [[1, 2, 3]]},
    "a span of words": {"spans": [["1", "2"]]},
    "an unknown act": {"cue": {"text": "said", "span": [1, 2], "lemma": "say", "act": "shout"}},
    "an unknown kind": {"kind": "loud"},
    "a speaker that is a name": {"speaker": "Somebody"},
    "an unknown basis": {"speaker": {"name": "A", "mention": [1, 2], "basis": "guess"}},
    "a target that is a name": {"target": "Somebody"},
    "a target without its countries": {"target": {"name": "A", "mention": [1, 2]}},
    "a sentence that is a text": {"sentence": "They said so."},
    "a context that is a text": {"context": "Before it."},
    "a number among its countries": {"countries": ["AM", 1]},
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_right_checksum_of_a_broken_line_is_refused(broken: dict[str, Any]) -> None:
    refused(vouched(line() | broken))


@pytest.mark.parametrize("broken", OF_STATEMENT.values(), ids=OF_STATEMENT)
def test_a_right_checksum_of_a_broken_statement_is_refused(broken: dict[str, Any]) -> None:
    given = line()
    refused(vouched(given | {"statements": [given["statements"][0] | broken]}))


@pytest.mark.parametrize(
    ("part", "name"), [("speaker", "role"), ("speaker", "countries"), ("context", "before"), ("cue", "act")]
)
def test_a_right_checksum_of_a_statement_that_lacks_something_is_refused(part: str, name: str) -> None:
    given = line()
    statement = next(each for each in given["statements"] if each[part])
    lacking = {key: value for key, value in statement[part].items() if key != name}
    refused(vouched(given | {"statements": [statement | {part: lacking}]}))


@pytest.mark.parametrize("name", KEPT)
def test_a_right_checksum_of_a_line_that_lacks_something_is_refused(name: str) -> None:
    given = line()
    del given[name]
    refused(vouched(given))


def refused(given: dict[str, Any]) -> None:
    assert read_untouched(given) == WHOLE.article
    (found,) = split([Loaded(WHOLE.article, Origin("one.ndjson", 3), 100, given=given, untouched=True)])
    assert isinstance(found, Refused)
    assert "its checksum is right, but" in found.reason
