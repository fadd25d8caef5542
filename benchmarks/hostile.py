"""A server among hostile clients: `python -m benchmarks.hostile --keep FOLDER [--statements N] [--seconds S]`.

64 clients ask for pages, searches, facets, timelines and articles of `demarche serve` with two workers, each after a
pause, as people do; first alone, then beside eight that each do one of the worst things without a pause. Told are the
times of the 64, what the eight were answered, and whether a worker was killed. All of it on 127.0.0.1, bounded in time.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import cache, partial
from multiprocessing.queues import Queue
from pathlib import Path
from urllib.parse import quote, urlsplit

import click
import orjson
import urllib3

from api.access.key_file import Keys
from benchmarks.search.building import fill, once
from benchmarks.search.corpus import Maker
from benchmarks.search.serving import Server, demarche

CLIENTS = 64
PATIENCE = 20.0  # seconds until an answer counts as none
HELD = 200  # connections of the one that holds them
HALVES = (
    b"",
    b"GET /v1/sta",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ",
    b"POST / HTTP/1.1\r\nContent-Length: 9999\r\n\r\n{",
)
BAR = 2.0  # seconds, for 95 of 100 plain requests

Answers = Counter[str]
Deed = Callable[[urllib3.HTTPConnectionPool], str]


@cache
def vocabulary() -> list[str]:
    return Maker().vocabulary


class Asking:
    """What is asked for, out of the words of the corpus."""

    def __init__(self, key: str, seed: int) -> None:
        self.dice, self.words = random.Random(seed), vocabulary()
        self.key = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        self.cursor = ""

    def word(self) -> str:
        return self.words[self.dice.randrange(35, 500)]

    def plain(self, pool: urllib3.HTTPConnectionPool) -> str:
        paths = (
            f"/?q={self.word()}",
            f"/v1/statements?q={self.word()}&facets=speaker_country,source",
            f"/v1/statements?q={self.word()}+{self.word()}",
            f"/v1/timeline?q={self.word()}&interval=year",
            f"/v1/countries?q={self.word()}",
            f"/v1/articles?q={self.word()}&limit=5",
            "/static/page.css",
            "/v1/statements?sort=newest",
        )
        return get(pool, self.dice.choice(paths))

    def export(self, pool: urllib3.HTTPConnectionPool) -> str:
        return get(pool, f"/v1/statements.{self.dice.choice(('csv', 'ndjson'))}")

    def costly(self, pool: urllib3.HTTPConnectionPool) -> str:
        words = [self.word() for _ in range(12)]
        query = self.dice.choice(
            (
                " OR ".join(f"{word}~2" for word in words),
                " NEAR/10 ".join(words[:2]),
                " OR ".join(f"{word[:2]}*" for word in words),
                f'"{" ".join(words)}" OR {words[0]}',
            )
        )
        return get(pool, f"/v1/statements?q={quote(query)}&limit=100&facets=speaker_id,source,speaker_country")

    def many_values(self, pool: urllib3.HTTPConnectionPool) -> str:
        return get(pool, f"/v1/statements?speaker={','.join(self.word() for _ in range(700))}&facets=speaker_id")

    def split(self, pool: urllib3.HTTPConnectionPool) -> str:
        text = " ".join(f"“{self.word()} {self.word()},” the minister of {self.word()} said." for _ in range(3_000))
        body = orjson.dumps({"title": "Long", "source": "Outlet", "text": text})
        return told(pool.request("POST", "/v1/extract", body=body, headers=self.key))

    def large(self, pool: urllib3.HTTPConnectionPool) -> str:
        body = b"[" * 1_900_000 if self.dice.random() < 0.5 else b"x" * 5_000_000
        return told(pool.request("POST", "/v1/articles", body=body, headers=self.key))

    def deep(self, pool: urllib3.HTTPConnectionPool) -> str:
        answer = pool.request("GET", f"/v1/statements?q={self.words[5]}&limit=100{self.cursor}")
        following = orjson.loads(answer.data).get("next") if answer.status == 200 else None
        self.cursor = f"&cursor={quote(following)}" if following else ""
        return str(answer.status)


def get(pool: urllib3.HTTPConnectionPool, path: str) -> str:
    return told(pool.request("GET", path))


def told(answer: urllib3.BaseHTTPResponse) -> str:
    return str(answer.status)


def repeat(url: str, until: float, pause: float, deed: Deed, times: list[float], answers: Answers) -> None:
    at = urlsplit(url)
    pool = urllib3.HTTPConnectionPool(at.hostname or "", at.port, timeout=PATIENCE, retries=False, maxsize=1)
    while (begun := time.monotonic()) < until:
        try:
            answers[deed(pool)] += 1
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            answers[type(error).__name__] += 1
        times.append(time.monotonic() - begun)
        time.sleep(pause * random.random() * 2)


def hold(url: str, until: float) -> None:
    """Connections that send nothing or half a request, opened again when they are closed."""
    at = urlsplit(url)
    held: list[socket.socket] = []
    for half in itertools.cycle(HALVES):
        if time.monotonic() > until:
            return
        with suppress(OSError):
            held.append(socket.create_connection((at.hostname or "", at.port or 0), 5))
            held[-1].sendall(half)
        if len(held) > HELD:
            held.pop(0).close()
            time.sleep(0.05)


def read_slowly(url: str, until: float) -> None:
    at = urlsplit(url)
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection((at.hostname or "", at.port or 0), PATIENCE) as connection:
            connection.sendall(b"GET /v1/statements.ndjson HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            while time.monotonic() < until and connection.recv(1_000):
                time.sleep(1)


def hostile(url: str, key: str, until: float, results: Queue[tuple[str, str]]) -> None:
    """In a process of its own: eight threads, of which each does one thing."""
    asking = Asking(key, 2)
    deeds = (asking.export, asking.costly, asking.many_values, asking.split, asking.large, asking.deep)
    counted = {deed.__name__: Counter[str]() for deed in deeds}
    threads = [threading.Thread(target=each, args=(url, until)) for each in (hold, read_slowly)]
    threads += [
        threading.Thread(target=repeat, args=(url, until, 0, deed, [], counted[deed.__name__])) for deed in deeds
    ]
    run(threads)
    for name, answers in counted.items():
        results.put((name, ", ".join(f"{status}: {number}" for status, number in sorted(answers.items()))))


def run(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure(url: str, key: str, seconds: float, pause: float) -> tuple[list[float], Answers]:
    vocabulary()  # before the time begins
    times: list[float] = []
    answers: Answers = Counter()
    until = time.monotonic() + seconds
    run(
        [
            threading.Thread(target=repeat, args=(url, until, pause, Asking(key, seed).plain, times, answers))
            for seed in range(CLIENTS)
        ]
    )
    return sorted(times), answers


def line(name: str, times: list[float], answers: Answers, seconds: float) -> str:
    p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
    told = ", ".join(f"{status}: {number}" for status, number in sorted(answers.items()))
    return f"{name}: {len(times) / seconds:.0f} a second, p50 {p50:.2f} s, p95 {p95:.2f} s, p99 {p99:.2f} s; {told}"


def workers(server: Server) -> set[str]:
    return set(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split())


@click.command(help=__doc__)
@click.option("--statements", default=100_000, show_default=True, type=click.IntRange(1_000))
@click.option("--keep", type=click.Path(path_type=Path), help="Folder to keep the index in.  [default: it is not kept]")
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--pause", default=1.0, show_default=True, help="Seconds between two requests of a client, on average.")
def main(statements: int, keep: Path | None, seconds: float, pause: float) -> None:
    with ExitStack() as stack:
        folder = (keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="demarche-hostile-")))).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        address = f"embedded://{folder}/{statements}/embedded"
        once(folder / str(statements) / "embedded.built", partial(fill, address, statements))
        os.environ["DEMARCHE_KEYS"] = str(folder / "keys.json")
        (folder / "keys.json").unlink(missing_ok=True)
        key = Keys(folder / "keys.json").add("hostile", True)
        server = stack.enter_context(demarche(address))
        measure(server.url, key, 5, pause)  # until both workers have opened the index
        before = workers(server)
        click.echo(line("alone", *measure(server.url, key, seconds / 2, pause), seconds / 2))
        context = multiprocessing.get_context("spawn")
        results: Queue[tuple[str, str]] = context.Queue()
        beside = context.Process(target=hostile, args=(server.url, key, time.monotonic() + seconds, results))
        beside.start()
        times, answers = measure(server.url, key, seconds, pause)
        click.echo(line("beside eight", times, answers, seconds))
        for _ in range(6):
            click.echo("  {}: {}".format(*results.get(timeout=2 * PATIENCE)))
        beside.join()
        killed = before - workers(server)
        met = times[int(len(times) * 0.95)] < BAR
        click.echo(f"workers killed: {len(killed)}; p95 under {BAR} s: {'met' if met else 'missed'}")


if __name__ == "__main__":
    main()
