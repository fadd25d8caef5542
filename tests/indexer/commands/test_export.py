"""What is exported makes the same index again, on either engine."""

import json
import os
import subprocess
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from schemas.statement import SplitArticle
from search.opening import open_engine
from tests.elasticsearch.indices import Addresses
from tests.indexer.commands.command import COMMAND, Run, run_without_room

ARTICLES = [
    {
        "title": "Gates",
        "source": "Herald",
        "published_on": "2023-07-17",
        "text": "Armenia's water minister said on Monday that the gate would open. “We counted ten litres,” Anahit "
        "Vardumyan told reporters.\n\nBaku denied that the gate had been shut.",
    },
    {"title": "Rain", "url": "https://herald.example/rain", "text": "It rained."},
    {
        "title": "Said elsewhere",
        "text": "It rained in Baku, or so they say.",
        "statements": [{"kind": "indirect", "spans": [[0, 17]], "speaker": {"name": "People", "mention": [25, 29]}}],
    },
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.ndjson"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), "utf-8")
    return path


def contents(address: str) -> list[SplitArticle]:
    with open_engine(address) as engine:
        return sorted(engine.every_article(), key=lambda split: split.article.id)


def test_from_one_engine_to_the_other_and_back_nothing_changes(
    run: Run, address: str, corpus: Path, elasticsearch_address: Addresses, tmp_path: Path
) -> None:
    elastic = elasticsearch_address()
    back = f"embedded://{tmp_path / 'back'}"
    assert run("index", corpus).exit_code == 0
    for number, (source, target) in enumerate([(address, elastic), (elastic, back)]):
        path = tmp_path / f"{number}.ndjson"
        ran = run("export", "articles", "--engine", source, "--output", path)
        assert (ran.stdout, ran.stderr) == ("", "3 articles exported\n")
        ran = run("index", path, "--engine", target)
        assert ran.stdout.startswith("3 articles read: 3 new, 0 updated, 0 unchanged and skipped, 0 refused")
    assert contents(back) == contents(elastic) == contents(address)
    assert run("index", corpus, "--engine", back).stdout.startswith("3 articles read: 0 new, 0 updated, 3 unchanged")


def test_a_line_that_was_changed_is_taken_as_anybodys(run: Run, address: str, corpus: Path, tmp_path: Path) -> None:
    run("index", corpus)
    lines = [json.loads(line) for line in run("export", "articles").stdout.splitlines()]
    (line,) = (line for line in lines if line["title"] == "Gates")
    assert line["extractor"].startswith("rules-")
    line["statements"] = line["statements"][:1]
    changed = tmp_path / "changed.ndjson"
    changed.write_text(json.dumps(line), "utf-8")
    assert run("index", changed).stdout.startswith("1 article read: 0 new, 1 updated")
    (stored,) = (split for split in contents(address) if split.article.title == "Gates")
    assert stored.extraction.extractor.startswith("given-")
    assert len(stored.extraction.statements) == 1
    line["statements"][0]["spans"] = [[0, 9_999]]
    changed.write_text(json.dumps(line), "utf-8")
    assert "reaches beyond the text" in run("index", changed).stderr


def test_a_file_that_cannot_be_written_is_left_as_it_was(run: Run, address: str, corpus: Path, tmp_path: Path) -> None:
    run("index", corpus)
    path = tmp_path / "folder" / "out.ndjson"
    command: list[str | Path] = [COMMAND, "export", "articles", "--engine", address, "--output", path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, path.exists()) == (1, False)
    assert len(ran.stderr.splitlines()) == 1
    assert "No such file or directory" in ran.stderr


def test_a_reader_that_goes_away_ends_it_quietly(run: Run, address: str, corpus: Path) -> None:
    run("index", corpus)
    reading, writing = os.pipe()
    os.close(reading)
    command: list[str | Path] = [COMMAND, "export", "articles", "--engine", address]
    ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr


def test_a_folder_that_is_a_file_is_said_in_one_line(run: Run, corpus: Path, tmp_path: Path) -> None:
    run("index", corpus)
    ran = run("export", "articles", "--output", corpus / "out.ndjson")
    assert (ran.exit_code, ran.stderr.splitlines()[-1]) == (
        1,
        f"Error: {corpus / 'out.ndjson'} can't be written: Not a directory",
    )


@pytest.mark.parametrize("buffered", [True, False])
def test_standard_output_without_room_is_said_in_one_line(buffered: bool, run: Run, corpus: Path) -> None:
    run("index", corpus)
    ran = run_without_room("export", "articles", buffered=buffered)
    assert ran == (1, "Error: standard output can't be written: No space left on device\n")


def test_a_device_is_written_to_and_not_replaced(run: Run, corpus: Path, tmp_path: Path) -> None:
    run("index", corpus)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as thread:
        reading = thread.submit(pipe.read_bytes)
        assert run("export", "articles", "--output", pipe).exit_code == 0
        assert len(reading.result().splitlines()) == 3
    assert pipe.is_fifo()


def test_cut_off_it_leaves_no_search_open(run: Run, corpus: Path, elasticsearch_url: str) -> None:
    index = f"exported-{uuid.uuid4().hex}"
    run("index", corpus, "--engine", f"{elasticsearch_url}?index={index}")
    ran = run("export", "articles", "--engine", f"{elasticsearch_url}?index={index}", "--output", "/dev/full")
    assert ran.exit_code == 1
    with Elasticsearch(elasticsearch_url) as client:
        stats = client.indices.stats(index=f"{index}-*", metric="search")
        assert stats["_all"]["total"]["search"]["open_contexts"] == 0
        client.indices.delete(index=list(client.indices.get(index=f"{index}-*")))
