"""Articles in, an index out, in three stages: read what is not up to date, split it, store it.

Splitting is the long one, and is given in batches to an executor; reading is done here, and storing too, but for the
waiting, which a thread beside does.
No more is read than the executor has work for, so memory stays flat. What is stored is durable, so a crash loses
seconds of work, and the same command goes on where it stopped: what is up to date is known by content hash and
extractor version, and skipped before it is split again.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field

from indexer.extraction.lang.languages import is_split
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.pipeline.batches import BATCH, batches, windows
from indexer.pipeline.events import Advance, Event, Replacement, Tally
from indexer.pipeline.versions import expected_version, look_up, possible_ids
from indexer.pipeline.worker import split_and_prepare
from indexer.pipeline.writer import Stored, Writer
from indexer.processes.executors import InlineExecutor, Workers
from search.engine import Prepared, Storing

STORED_AT_ONCE = 8_000  # statements: a commit takes a tenth of a second, whatever is in it
STORED_EVERY = 2.0  # seconds, at least


@dataclass
class Pipeline:
    """One run over an input."""

    engine: Storing
    workers: Workers = field(default_factory=lambda: Workers(InlineExecutor(), 1))
    tally: Tally = field(default_factory=Tally)
    given_away: dict[Future[list[Prepared | Refused]], Sequence[Loaded]] = field(default_factory=dict)
    ready: dict[str, Prepared] = field(default_factory=dict)
    ready_size: int = 0
    stored_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.writer = Writer(self.engine)

    def run(self, readings: Iterable[Reading]) -> Iterator[Event]:
        """Index them all, saying what was refused, what is replaced and how far it is; `tally` counts along.

        Raises what the engine raises, and BrokenExecutor where a worker died; everything before is stored then. What is
        being stored when the run is cut off (Ctrl-C, a closed generator) is stored, and counted.
        """
        try:
            yield from self.windows(readings)
            yield from self.finish()
        finally:
            self.count(self.writer.stop())

    def windows(self, readings: Iterable[Reading]) -> Iterator[Event]:
        for window in windows(readings):
            newest: dict[str, Loaded] = {}
            for reading in window:
                match reading:
                    case Refused():
                        yield from self.refuse(reading)
                    case Loaded(article=article):
                        # The last of several with one id counts: dumps and feeds are written in the order of time.
                        if superseded := newest.pop(article.id, None):
                            self.tally.superseded += 1
                            if superseded.article.content_hash != article.content_hash:
                                yield Replacement(article, reading.origin, superseded.origin)
                            yield Advance(superseded.size)
                        newest[article.id] = reading
            yield from self.index(newest)

    def index(self, articles: dict[str, Loaded]) -> Iterator[Event]:
        # An earlier version of one of them must not come last.
        if self.under_way(possible_ids(articles.values())):
            yield from self.finish()
        there = look_up(self.engine, articles)
        due = [loaded for loaded in there.articles.values() if there.version(loaded) != expected_version(loaded)]
        yield from (Replacement(loaded.article, loaded.origin) for loaded in due if there.replaces(loaded))
        self.tally.unchanged += len(articles) - len(due)
        yield Advance(sum(loaded.size for loaded in articles.values()) - sum(loaded.size for loaded in due))
        # A few are not worth starting processes for.
        executor = self.workers.executor if len(due) > BATCH else InlineExecutor()
        for batch in batches(due):
            while len(self.given_away) >= self.workers.at_once:
                yield from self.take_back()
            self.given_away[executor.submit(split_and_prepare, batch, self.engine.prepare)] = batch
        if any(future.done() for future in self.given_away):
            yield from self.take_back()

    def under_way(self, ids: Collection[str]) -> bool:
        split = {loaded.article.id for batch in self.given_away.values() for loaded in batch}
        return not (split | self.ready.keys() | self.writer.ids).isdisjoint(ids)

    def finish(self) -> Iterator[Event]:
        while self.given_away:
            yield from self.take_back()
        yield from self.store()
        yield from self.count(self.writer.end())

    def take_back(self) -> Iterator[Event]:
        done, _ = wait(self.given_away, return_when=FIRST_COMPLETED)
        for future in done:
            batch = self.given_away.pop(future)
            for loaded, one in zip(batch, future.result(), strict=True):
                if isinstance(one, Refused):
                    yield from self.refuse(one)
                else:
                    self.ready[one.id] = one
                    self.count_language(loaded)
                    self.ready_size += loaded.size
        waiting = sum(len(one.statements) for one in self.ready.values())
        if waiting >= STORED_AT_ONCE or time.monotonic() - self.stored_at >= STORED_EVERY:
            yield from self.store()

    def store(self) -> Iterator[Event]:
        if self.ready:
            ready, size = self.ready, self.ready_size
            self.ready, self.ready_size = {}, 0
            yield from self.count(self.writer.end())
            self.writer.begin(ready, size)
        self.stored_at = time.monotonic()

    def count(self, stored: Stored | None) -> Sequence[Advance]:
        if stored is None:
            return []
        self.tally.added += stored.replaced.added
        self.tally.updated += stored.replaced.updated
        self.tally.unchanged += stored.unchanged
        self.tally.statements += stored.statements
        return [Advance(stored.size)]

    def count_language(self, loaded: Loaded) -> None:
        language = loaded.article.language
        if language is not None and loaded.given is None and not is_split(language):
            self.tally.not_split[language] = self.tally.not_split.get(language, 0) + 1

    def refuse(self, refused: Refused) -> Iterator[Event]:
        self.tally.refused += 1
        yield refused
        yield Advance(refused.size)
