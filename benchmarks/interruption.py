"""How long commands take to end: `python -m benchmarks.interruption [--times N] [--only NAME]...`.

Each command is begun in a process group of its own, as a terminal does, and interrupted at a random moment, also while
it starts: by Ctrl-C (SIGINT, to the whole group), once or twice, or by SIGTERM, to the process that was begun. Told are
the seconds until no process of the group is left. What ended by itself before is begun anew. All of it on 127.0.0.1, in
folders that are made for it; bounded in time.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import click

from indexer.inputs.input import Origin
from indexer.inputs.result import Refused
from indexer.interchange.backup import write_line
from indexer.refusals.file import Refusals
from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Extraction, SplitArticle

ROOT = Path(__file__).parents[1]
DEMARCHE = Path(sys.executable).with_name("demarche")
ARTICLES = 10_000
LATEST = 4.0  # seconds from the beginning to the first signal, unless a case says otherwise
BETWEEN = 0.5  # seconds at most, from the first to the second
BAR = 2.0  # seconds
PATIENCE = 60.0  # seconds after which it counts as never
TRIES = 5  # until one is caught before it has ended
ANOTHER = "another version"  # of the extractor: a rebuild splits the article again


@dataclass(frozen=True, slots=True)
class Case:
    """`arguments` are made for each run, of a folder that is made for it."""

    name: str
    signals: Sequence[signal.Signals]
    arguments: Callable[[Path], Sequence[object]]
    latest: float = LATEST


class Corpus:
    """Articles that nobody wrote, as a file to index and as an index that a rebuild would take minutes for."""

    def __init__(self, folder: Path) -> None:
        self.file, exported = folder / "articles.ndjson", folder / "exported.ndjson"
        self.index = f"embedded://{folder / 'index'}"
        with self.file.open("wb") as file, exported.open("wb") as outdated:
            for number in range(ARTICLES):
                article = article_of(number)
                split = SplitArticle(article, Extraction((), (), (), ANOTHER), datetime.now(UTC))
                outdated.write(write_line(split) + b"\n")
                file.write(b'{"title":"%s","text":"%s"}\n' % (article.title.encode(), article.text.encode()))
        command = [DEMARCHE, "index", exported, "--engine", self.index]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def refused(self, folder: Path) -> Path:
        """A file of refusals, of which all articles are read again."""
        refusals = Refusals(folder / "refused.ndjson")
        refusals.add(Refused(Origin(str(self.file), 1), "was refused"), {})
        return refusals.path


def article_of(number: int) -> Article:
    text = (
        f"The minister of water said on Monday that gate {number} would open. He denied that it had been shut, and "
        f"accused the neighbours of counting {number} litres twice. They said that they had counted once."
    )
    return Article(
        text=text, title=f"Gate {number}", source=Source.named("Herald"), published_on=PartialDate(2023, 7, 17)
    )


def cases(corpus: Corpus) -> Sequence[Case]:
    once, twice, ended = (signal.SIGINT,), (signal.SIGINT, signal.SIGINT), (signal.SIGTERM,)

    def index(folder: Path) -> Sequence[object]:
        return DEMARCHE, "index", corpus.file, "--engine", f"embedded://{folder / 'index'}"

    def serve(folder: Path) -> Sequence[object]:
        return DEMARCHE, "serve", "--port", "0", "--engine", corpus.index

    def watch(folder: Path) -> Sequence[object]:
        watched = folder / "watched"
        watched.mkdir()
        shutil.copy(corpus.file, watched)
        return DEMARCHE, "watch", watched, "--engine", f"embedded://{folder / 'index'}"

    def rebuild(folder: Path) -> Sequence[object]:
        return DEMARCHE, "rebuild", "--engine", corpus.index

    def export(folder: Path) -> Sequence[object]:
        return DEMARCHE, "export", "articles", "--output", folder / "exported.ndjson", "--engine", corpus.index

    def retry(folder: Path) -> Sequence[object]:
        engine = f"embedded://{folder / 'index'}"
        return DEMARCHE, "retry", "--refused", corpus.refused(folder), "--engine", engine

    def run(folder: Path) -> Sequence[object]:
        """What is installed is taken for new enough."""
        engine = f"embedded://{folder / 'index'}"
        return "make", "--old-file", ".venv/.done", f"RUN_ENGINE={engine}", f"PORT={free_port()}", "run"

    return (
        Case("index", once, index, latest=8.0),
        Case("index", twice, index, latest=8.0),
        Case("index", ended, index),
        Case("serve", once, serve),
        Case("serve", ended, serve),
        Case("watch", once, watch),
        Case("rebuild", once, rebuild),
        Case("export", once, export),
        Case("retry", once, retry),
        Case("make run", once, run, latest=12.0),
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def seconds_to_end(case: Case, dice: random.Random, folder: Path) -> float | None:
    """None where it ended by itself before the first signal."""
    environment = {**os.environ, "XDG_STATE_HOME": str(folder), "DEMARCHE_FETCH_STATE": str(folder / "fetched")}
    with (folder / "said").open("wb") as said:
        running = subprocess.Popen(
            [str(argument) for argument in case.arguments(folder)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a shell's background ignores
        )
        try:
            time.sleep(dice.uniform(0, case.latest))
            if running.poll() is not None:
                return None
            begun = time.monotonic()
            for number, each in enumerate(case.signals):
                if number:
                    time.sleep(dice.uniform(0, BETWEEN))
                tell(running, each)
            while not gone(running):
                if time.monotonic() - begun > PATIENCE:
                    return PATIENCE
                time.sleep(0.01)
            return time.monotonic() - begun
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def tell(running: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        (os.killpg if number is signal.SIGINT else os.kill)(running.pid, number)


def gone(running: subprocess.Popen[bytes]) -> bool:
    """With all processes of its group; of those that only wait for somebody to note their end nobody takes notice."""
    if running.poll() is None:
        return False
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(group) == running.pid and state != "Z":
                return False
    return True


def measured(case: Case, times: int, dice: random.Random) -> list[float]:
    found = []
    for number in range(times):
        for _ in range(TRIES):
            with tempfile.TemporaryDirectory(prefix="demarche-interruption-") as folder:
                seconds = seconds_to_end(case, dice, Path(folder))
                if seconds is None:
                    continue
                found.append(seconds)
                if seconds > BAR:
                    said = (Path(folder) / "said").read_text("utf-8", "replace").splitlines()[-3:]
                    click.echo(f"{case.name}, run {number}: {seconds:.1f} s; it said {said}", err=True)
            break
    return found


@click.command()
@click.option("--times", default=50, show_default=True, type=click.IntRange(1), help="Runs of each command.")
@click.option("--only", multiple=True, metavar="NAME", help="Of these commands alone.")
@click.option("--seed", default=1, show_default=True)
def main(times: int, only: Sequence[str], seed: int) -> None:
    """Print a row for each command: runs, median and longest seconds to its end, and how many took longer than two."""
    dice = random.Random(seed)
    click.echo(f"load {os.getloadavg()[0]:.1f}", err=True)
    with tempfile.TemporaryDirectory(prefix="demarche-interruption-") as folder:
        corpus = Corpus(Path(folder))
        click.echo("| command | signals | runs | median | longest | over 2 s |\n|---|---|--:|--:|--:|--:|")
        for case in cases(corpus):
            if only and case.name not in only:
                continue
            found = measured(case, times, dice)
            late = sum(seconds > BAR for seconds in found)
            told = ", ".join(each.name for each in case.signals)
            middle, longest = (median(found), max(found)) if found else (0.0, 0.0)
            click.echo(f"| {case.name} | {told} | {len(found)} | {middle:.2f} s | {longest:.2f} s | {late} |")
    click.echo(f"load {os.getloadavg()[0]:.1f}", err=True)


if __name__ == "__main__":
    main()
