"""`demarche rebuild`: split anew what another version split, and leave the rest."""

import json
import re
import signal
import time
import uuid
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from elasticsearch import Elasticsearch

from schemas.query import StatementQuery
from schemas.statement import GIVEN, SplitArticle
from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS, Said
from tests.contract.corpus import split as split_article
from tests.forked import Forked
from tests.indexer.commands.command import Run

ARTICLES = [
    {"title": f"Gate {number}", "text": f"“Gate {number} is open,” the Armenian minister said."} for number in range(3)
]
GIVEN_ONE = {"title": "Said elsewhere", "text": "It rained.", "statements": [{"kind": "indirect", "spans": [[0, 9]]}]}


@pytest.fixture
def outdated(run: Run, address: str, tmp_path: Path) -> Engine:
    """Split by an older version, which found nothing but in the first of them."""
    path = tmp_path / "corpus.ndjson"
    path.write_text("".join(json.dumps(article) + "\n" for article in [*ARTICLES, GIVEN_ONE]), "utf-8")
    run("index", path)
    engine = open_engine(address)
    engine.replace([aged(split) for split in engine.every_article()])
    return engine


def aged(split: SplitArticle) -> SplitArticle:
    extraction = split.extraction
    if extraction.extractor.startswith(GIVEN):
        return split
    statements = extraction.statements if split.article.title == "Gate 0" else ()
    return replace(split, extraction=replace(extraction, extractor="rules-0", statements=statements))


def test_status_says_when_it_is_due(run: Run, outdated: Engine) -> None:
    assert re.search(
        r"^3 articles split by another version than rules-\d+\.[0-9a-f]{6}: demarche rebuild$",
        run("status").stdout,
        re.MULTILINE,
    )
    assert run("rebuild", "--workers", "1").stdout == "4 articles rebuilt\n"
    assert "rebuild" not in run("status").stdout


@pytest.mark.usefixtures("forked_workers")
def test_articles_are_split_anew_and_what_was_given_stays(run: Run, outdated: Engine) -> None:
    before = {split.article.id: split for split in outdated.every_article()}
    assert outdated.count(StatementQuery(q="gate")).value == 1
    run("rebuild", "--workers", "2")
    assert outdated.count(StatementQuery(q="gate")).value == 3
    after = {split.article.id: split for split in outdated.every_article()}
    for id_, split in after.items():
        assert split.ingested_at == before[id_].ingested_at
        if split.extraction.extractor.startswith(GIVEN):
            assert split == before[id_]


def test_what_an_older_version_took_for_english_loses_its_statements(run: Run, address: str) -> None:
    text = "Le ministre a déclaré lundi que les pourparlers reprendraient la semaine prochaine, a-t-il ajouté."
    taken = split_article(Said(text), title="Pourparlers", extractor="rules-0")
    with open_engine(address) as engine:
        engine.replace([replace(taken, article=replace(taken.article, language="en"))])
        assert engine.count(StatementQuery()).value == 1
        assert run("rebuild", "--workers", "1").stdout == "1 article rebuilt\n1 article in fr: not split\n"
        (found,) = engine.every_article()
        assert (found.article.language, found.extraction.split, found.extraction.statements) == ("fr", False, ())
        assert found.article.id == taken.article.id


def test_an_older_mapping_is_refused_by_all_but_a_rebuild(run: Run, outdated: Engine, address: str) -> None:
    outdated.close()
    about = Path(address.removeprefix("embedded://")) / "demarche.json"
    told = orjson.loads(about.read_bytes())
    about.write_bytes(orjson.dumps(told | {"mapping": told["mapping"] - 1}))
    refused = run("status")
    assert refused.exit_code == 3
    assert "`demarche rebuild` makes it so" in refused.stderr
    assert run("rebuild", "--workers", "1").stdout == "4 articles rebuilt\n"
    assert "articles    4" in run("status").stdout


def test_an_empty_index_is_no_fault(run: Run, address: str) -> None:
    with open_engine(address) as engine:
        engine.replace(CORPUS[:1])
        engine.delete(CORPUS[0].article.id)
    assert run("rebuild", "--workers", "1").stdout == "0 articles rebuilt\n"


def test_where_no_index_is_none_is_made(run: Run, address: str) -> None:
    told = run("rebuild")
    assert (told.exit_code, told.stdout) == (3, "")
    assert "no index" in told.stderr
    assert not Path(address.removeprefix("embedded://")).exists()


def test_stopped_while_the_old_one_waits_it_says_that_the_new_one_is_in_use(elasticsearch_url: str) -> None:
    index = f"rebuilt-{uuid.uuid4().hex}"
    address = f"{elasticsearch_url}?index={index}"
    with Elasticsearch(elasticsearch_url) as client, open_engine(address) as engine:
        engine.replace(CORPUS)
        exporting = engine.stream(StatementQuery())
        next(exporting)
        process = Forked("rebuild", "--workers", "1", "--engine", address)
        while not client.indices.exists_alias(name=f"{index}-articles", index=f"{index}-articles-000002"):
            assert process.poll() is None
            time.sleep(0.1)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        told = process.communicate()
        assert told == ("", "demarche: stopped; the new index is in use; the old one is removed by the next rebuild\n")
        assert process.returncode == 130
        exporting.close()
        client.indices.delete(index=list(client.indices.get(index=f"{index}-*")))
