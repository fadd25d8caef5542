"""`demarche watch` as it is called: real processes over real folders, a real feed and a real index."""

import json
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from indexer.refusals.file import Refusals
from indexer.watcher import watcher
from schemas.query import StatementQuery
from search.opening import open_engine
from tests.faults.commands import STEPS, pausing
from tests.forked import Forked, Prepare
from tests.indexer.commands.command import Run
from tests.indexer.web.site import Reply, Site, serving

PATIENCE = 60  # seconds until what does not come is called missing
LOOK, LONGEST = 0.2, 0.5  # seconds between looks at folders, and tries of an engine that is away: fewer than users have
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    return path


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


class Watch:
    """A running one, with what it has logged."""

    def __init__(self, process: Forked) -> None:
        self.process = process
        self.events: list[dict[str, Any]] = []
        self.reading = Thread(target=self.read)
        self.reading.start()

    def read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.events.append(json.loads(line))

    def named(self, event: str) -> list[dict[str, Any]]:
        return [one for one in self.events if one["event"] == event]

    def wait_for(self, met: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not met():
            assert self.process.poll() is None, self.events
            assert time.monotonic() < end, self.events
            time.sleep(0.1)

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.reading.join()
        return code


def looking_often() -> None:
    setattr(watcher, "LOOK", LOOK)  # noqa: B010
    setattr(watcher, "LONGEST", LONGEST)  # noqa: B010


def looking_often_and_pausing() -> None:
    looking_often()
    pausing()


@pytest.fixture
def watching(address: str, tmp_path: Path) -> Callable[..., Any]:
    @contextmanager
    def begin(*arguments: object, prepare: Prepare = looking_often) -> Iterator[Watch]:
        environment = {
            "DEMARCHE_ENGINE": address,
            "DEMARCHE_FETCH_PRIVATE": "true",
            "XDG_STATE_HOME": str(tmp_path / "state"),
        }
        process = Forked("watch", "--every", "1", *arguments, prepare=prepare, **environment)
        watch = Watch(process)
        try:
            yield watch
        finally:
            process.kill()
            process.wait()
            watch.reading.join()
            process.close()

    return begin


def line(words: str, number: int = 0) -> str:
    article = {"id": number, "source": "Herald", "text": f"“{words},” the Armenian minister said."}
    return json.dumps(article) + "\n"


def texts(address: str) -> set[str]:
    with open_engine(address) as engine:
        return {found.statement.text.rstrip(",") for found in engine.search(StatementQuery(limit=100)).data}


def feed(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Herald</title>{"".join(items)}</channel></rss>'.encode()


def item(title: str, link: str, text: str = "") -> str:
    content = f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">{text}</content:encoded>'
    return f"<item><title>{title}</title><link>{link}</link>{content if text else ''}</item>"


def test_new_and_changed_files_are_indexed_and_deleted_ones_stay(
    folder: Path, address: str, watching: Callable[..., Any]
) -> None:
    (folder / "first.ndjson").write_text(line("The road is open", 1), "utf-8")
    (folder / "picture.jpg").write_bytes(b"")
    with watching(folder) as watch:
        watch.wait_for(lambda: "The road is open" in texts(address))
        (folder / "inner").mkdir()
        (folder / "inner" / "second.ndjson").write_text(line("The bridge is shut", 2) + "{broken\n", "utf-8")
        watch.wait_for(lambda: "The bridge is shut" in texts(address))
        (folder / "first.ndjson").write_text(line("The road is shut again", 1), "utf-8")
        watch.wait_for(lambda: "The road is shut again" in texts(address))
        (folder / "inner" / "second.ndjson").unlink()
        assert watch.stop() == 0
    assert texts(address) == {"The road is shut again", "The bridge is shut"}
    (refused,) = watch.named("refused")
    assert refused["origin"] == f"{folder}/inner/second.ndjson:2"
    (passed_over,) = watch.named("passed over: no reader knows its kind")
    assert passed_over["first"] == [f"{folder}/picture.jpg"]
    assert [event.get("added", 0) for event in watch.named("files read")] == [1, 1, 0]
    assert watch.events[-1]["event"] == "stopped"
    assert watch.events[-1]["signal"] == "SIGTERM"


def test_what_is_refused_is_kept_for_retry_until_it_is_mended(
    folder: Path, tmp_path: Path, address: str, watching: Callable[..., Any]
) -> None:
    refusals = Refusals(tmp_path / "refused.ndjson")
    path = folder / "articles.ndjson"
    path.write_text(line("The road is open", 1) + "{broken\n", "utf-8")
    with watching("--refused", refusals.path, folder) as watch:
        watch.wait_for(refusals.read)
        (record,) = refusals.read()
        assert (record.file, record.line) == (str(path), 2)
        path.write_text(line("The road is open", 1) + line("The bridge is shut", 2), "utf-8")
        watch.wait_for(lambda: "The bridge is shut" in texts(address))
        watch.wait_for(lambda: not refusals.read())
        watch.stop()


def test_ctrl_c_stops_it_like_any_command(folder: Path, watching: Callable[..., Any]) -> None:
    with watching(folder) as watch:
        watch.wait_for(lambda: watch.named("watching"))
        assert watch.stop(signal.SIGINT) == 130


def test_sigterm_in_the_middle_ends_the_batch_and_another_start_the_rest(
    folder: Path, address: str, watching: Callable[..., Any]
) -> None:
    batch, articles = STEPS["pipeline"]["BATCH"], 20
    lines = [line(f"Gate {number} is open", number) for number in range(articles)]
    (folder / "gates.ndjson").write_text("".join(lines), "utf-8")

    def stored() -> int:
        with open_engine(address) as engine:
            return engine.status().articles

    with watching(folder, prepare=looking_often_and_pausing) as watch:
        watch.wait_for(stored)
        assert watch.stop() == 0
    assert 0 < stored() < articles, "it was not stopped in the middle"
    assert stored() % batch == 0, "the batch under way was left half"
    with watching(folder) as watch:
        watch.wait_for(lambda: watch.named("files read"))
        assert watch.stop() == 0
    (read,) = watch.named("files read")
    assert read["added"] + read["unchanged"] == articles == stored()
    assert read["unchanged"] > 0


def test_a_feed_is_read_when_it_changes_and_its_pages_once(
    site: Site, address: str, watching: Callable[..., Any]
) -> None:
    page = f"{site.url}/linked"
    told = "“The tunnel is open,” the Armenian minister said on Monday. It had been dug for nine years. "
    site.pages["/linked"] = Reply(
        PAGE.format("The Tunnel", f"<p>{told * 5}</p>").encode(), headers={"Content-Type": "text/html; charset=utf-8"}
    )
    whole = "“The road is open,” the Armenian minister said."
    first = feed(item("The Road", "https://herald.example/1", whole), item("The Tunnel", page))
    second = feed(
        item("The Bridge", "https://herald.example/2", whole.replace("road", "bridge")),
        item("The Road", "https://herald.example/1", whole),
        item("The Tunnel", page),
    )
    current = [(first, '"1"')]

    def answer(handler: Any) -> Reply:
        body, tag = current[-1]
        headers = {"ETag": tag, "Content-Type": "application/rss+xml"}
        return (
            Reply(status=304, headers=headers)
            if handler.headers["If-None-Match"] == tag
            else Reply(body, headers=headers)
        )

    site.pages["/feed"] = answer
    with watching("--fetch", f"{site.url}/feed") as watch:
        watch.wait_for(lambda: watch.named("feed unchanged"))
        assert texts(address) == {"The road is open", "The tunnel is open"}
        current.append((second, '"2"'))
        watch.wait_for(lambda: len(watch.named("feed read")) == 2)
        assert watch.stop() == 0
    assert texts(address) == {"The road is open", "The tunnel is open", "The bridge is open"}
    read = watch.named("feed read")
    assert [(one["added"], one.get("unchanged", 0)) for one in read] == [(2, 0), (1, 1)]
    with watching("--fetch", f"{site.url}/feed") as again:
        again.wait_for(lambda: again.named("feed unchanged"))
        assert again.stop() == 0
    assert not again.named("feed read")
    assert site.paths().count("/linked") == 1


def test_killed_while_it_fetches_it_fetches_again_what_was_not_stored(
    site: Site, address: str, watching: Callable[..., Any]
) -> None:
    site.pages |= {f"/{number}": Reply(line(f"Gate {number} is open", number).encode()) for number in range(4)}
    links = [item(f"Gate {number}", f"{site.url}/{number}") for number in range(4)]
    site.pages["/feed"] = Reply(feed(*links), headers={"ETag": '"1"'})
    with watching("--fetch", f"{site.url}/feed") as watch:
        watch.wait_for(lambda: "/2" in site.paths())
        assert watch.stop(signal.SIGKILL) == -signal.SIGKILL
    with watching("--fetch", f"{site.url}/feed") as watch:
        watch.wait_for(lambda: watch.named("feed read"))
        watch.stop()
    assert texts(address) == {f"Gate {number} is open" for number in range(4)}


def test_what_a_feed_only_links_to_is_told_once_where_fetching_was_not_asked_for(
    site: Site, watching: Callable[..., Any]
) -> None:
    site.pages["/feed"] = Reply(feed(item("The Tunnel", f"{site.url}/linked")))
    with watching(f"{site.url}/feed") as watch:
        watch.wait_for(lambda: len(watch.named("feed read")) == 2)
        watch.stop()
    (refused,) = watch.named("refused")
    assert refused["reason"].endswith("only links to its text, and fetching was not asked for")
    assert "/linked" not in site.paths()


def test_a_feed_that_is_away_is_asked_for_more_and_more_rarely(site: Site, watching: Callable[..., Any]) -> None:
    site.pages["/feed"] = Reply(status=404)
    with watching(f"{site.url}/feed") as watch:
        watch.wait_for(lambda: len(watch.named("feed can't be had")) == 2)
        watch.stop()
    assert [event["again_in"] for event in watch.named("feed can't be had")] == [1, 2]
    assert watch.named("feed can't be had")[0]["reason"] == "answered 404"


def test_a_feed_that_cannot_be_read_is_asked_for_again_as_if_it_were_new(
    site: Site, address: str, watching: Callable[..., Any]
) -> None:
    body = feed(item("The Road", "https://herald.example/1", "“The road is open,” the Armenian minister said."))
    bodies = [b"<html><body>Be back soon</body></html>", body]

    def answer(handler: Any) -> Reply:
        if handler.headers["If-None-Match"]:
            return Reply(status=304)
        return Reply(bodies.pop(0), headers={"ETag": '"1"', "Content-Type": "application/rss+xml"})

    site.pages["/feed"] = answer
    with watching(f"{site.url}/feed") as watch:
        watch.wait_for(lambda: "The road is open" in texts(address))
        assert watch.stop() == 0
    (broken,) = watch.named("feed can't be read")
    assert broken["reason"] == "is XML, but neither RSS nor Atom"


def test_an_engine_that_is_away_is_waited_for_and_told_once(
    folder: Path, address: str, watching: Callable[..., Any], tmp_path: Path
) -> None:
    place = tmp_path / "index"
    place.write_text("Here is no index.", "utf-8")  # as when the disk that holds it is not mounted
    (folder / "first.ndjson").write_text(line("The road is open"), "utf-8")
    with watching(folder) as watch:
        watch.wait_for(lambda: watch.named("engine is away"))
        time.sleep(4 * LONGEST)
        place.unlink()
        watch.wait_for(lambda: "The road is open" in texts(address))
        assert watch.stop() == 0
    assert len(watch.named("engine is away")) == len(watch.named("engine is back")) == 1


def test_an_emptied_index_is_filled_again(
    site: Site, address: str, watching: Callable[..., Any], tmp_path: Path
) -> None:
    body = feed(item("The Road", "https://herald.example/1", "“The road is open,” the Armenian minister said."))
    site.pages["/feed"] = lambda handler: (
        Reply(status=304) if handler.headers["If-None-Match"] else Reply(body, headers={"ETag": '"1"'})
    )
    for _ in range(2):
        with watching(f"{site.url}/feed") as watch:
            watch.wait_for(lambda: "The road is open" in texts(address))
            watch.wait_for(lambda: watch.named("feed read"))
            watch.stop()
        shutil.rmtree(tmp_path / "index")


def test_standard_input_is_no_place_to_watch(run: Run) -> None:
    ran = run("watch", "-")
    assert ran.exit_code == 2
    assert "standard input can't be watched: give it to demarche index" in ran.stderr


@pytest.mark.parametrize("content", [None, b"This is no database, but something else of some length."])
def test_what_was_fetched_needs_a_file_that_can_be_used(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    (tmp_path / "file").write_bytes(content or b"")
    path = tmp_path / "file" if content else tmp_path / "file" / "fetched.sqlite"
    monkeypatch.setenv("DEMARCHE_FETCH_STATE", str(path))
    ran = run("watch", folder)
    assert ran.exit_code == 1
    assert f"what was fetched can't be remembered in {path} (" in ran.stderr
    assert "set DEMARCHE_FETCH_STATE to a file that can be written" in ran.stderr
