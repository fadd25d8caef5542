"""Round and round: what is new in the folders, what is new in the feeds, a pause."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import structlog

from indexer.inputs.input import Link
from indexer.inputs.result import Reading, Refusal, Refused
from indexer.pipeline.events import Replacement, Tally
from indexer.pipeline.pipeline import Pipeline
from indexer.pipeline.remarks import Remarks
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.files import NAMED, OUTSIDE, UNKNOWN
from indexer.readers.signatures import HEAD
from indexer.refusals.file import Refusals
from indexer.watcher.folders import Folders
from indexer.watcher.history import History
from indexer.watcher.revisits import Entries, Feeds
from indexer.watcher.schedule import ScheduledFeed, backoff
from indexer.watcher.stop import Stop
from indexer.web.fetcher import Fetcher
from search.engine import Engine
from search.errors import EngineUnavailable

LOOK = 2.0  # seconds between two looks at the folders
SHARE = 10  # a look takes at most one part of so many of the time
LONGEST = 60.0  # seconds between two tries to reach an engine that is away

log = structlog.get_logger()


@dataclass
class Watcher:
    """`every` is how many seconds pass between two requests for a feed; `fetches` what feeds link to, if wanted."""

    engine: Engine
    places: Sequence[Path | Link]
    every: float
    stop: Stop
    fetcher: Fetcher
    history: History
    refusals: Refusals
    fetches: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folders = Folders([place for place in self.places if isinstance(place, Path)])
        self.feeds = [ScheduledFeed(place, self.every) for place in self.places if isinstance(place, Link)]
        self.source = Feeds(self.fetcher, self.history)
        self.entries = Entries(self.source)
        self.dispatcher = Dispatcher(self.columns, self.entries if self.fetches else None)
        self.reached = False
        self.away = 0  # tries to reach the engine, in vain
        self.next_look = 0.0

    def run(self) -> None:
        """Until asked to stop. An engine that is away is waited for; IncompatibleIndex is raised."""
        log.info("watching", folders=[str(path) for path in self.folders.paths], feeds=[f.link.url for f in self.feeds])
        while not self.stop.asked:
            try:
                self.reach()
                self.round()
            except EngineUnavailable as error:
                self.history.drop()
                self.wait_for_engine(error)
        log.info("stopped", signal=self.stop.asked.name)

    def reach(self) -> None:
        """What was fetched for an index that is empty now must be fetched again."""
        if self.reached:
            return
        if not self.engine.status().articles:
            self.history.forget()
        self.reached = True

    def wait_for_engine(self, error: EngineUnavailable) -> None:
        if not self.away:
            cause = str(error.__cause__ or "").partition("\n")[0]
            known = {"cause": cause} if cause else {}
            log.warning("engine is away", reason=str(error), **known, waiting="until it is back")
        self.reached = False
        self.away += 1
        self.stop.pause(backoff(1.0, self.away, LONGEST))

    def round(self) -> None:
        if not self.folders.queue and time.monotonic() >= self.next_look:
            self.look()
        if self.folders.queue:
            self.read_files()
        for feed in self.feeds:
            if feed.due <= time.monotonic() and not self.stop.asked:
                self.poll(feed)
        if self.away:  # now that all went well: an engine that only answers may not take anything yet
            log.info("engine is back")
            self.away = 0
        if not self.folders.queue:
            moments = [feed.due for feed in self.feeds] + ([self.next_look] if self.folders.paths else [])
            self.stop.pause(max(min(moments) - time.monotonic(), 0.0))

    def look(self) -> None:
        began = time.monotonic()
        passed_over = self.folders.look()
        outside = [path for path in passed_over if self.folders.leads_out(path)]
        other = [path for path in passed_over if path not in outside]
        for paths, why in ((other, UNKNOWN), (outside, OUTSIDE)):
            if paths:
                event = f"passed over: {why}"
                log.warning(event, files=len(paths), first=[*map(str, paths[:NAMED])])
        now = time.monotonic()
        self.next_look = now + max(LOOK, SHARE * (now - began))

    def read_files(self) -> None:
        files = self.folders.portion()
        before = self.refusals.read()
        tally, refused = self.store(self.dispatcher.read(files))
        self.refuse(refused)
        log.info("files read", files=len(files), first=str(files[0].path), **nonzero(tally))
        if not self.stop.asked:
            self.folders.done(files)
            self.refusals.settle([str(file.path.absolute()) for file in files], before)

    def poll(self, feed: ScheduledFeed) -> None:
        url = feed.link.url
        self.entries.begin()
        try:
            page = self.source.open(feed.link)
        except Refusal as refusal:
            if not self.stop.asked:
                again = feed.fail(getattr(refusal, "retry_after", None))
                log.warning("feed can't be had", feed=url, reason=str(refusal), again_in=round(again))
            return
        if page is None:
            feed.read()
            log.info("feed unchanged", feed=url)
            return
        head = page.stream.peek(HEAD)
        tally, refused = self.store(self.dispatcher.articles(page))
        broken = tally.read == len(refused) and next((one for one in refused if one.origin == page.origin), None)
        if broken or self.stop.asked:
            self.history.drop()  # what was read is not all stored: the next time it is asked for as if it were new
        else:
            self.remember()
        self.refuse(feed.news(refused))
        if broken:
            log.warning("feed can't be read", feed=url, reason=broken.reason, again_in=round(feed.fail(None)))
            return
        feed.read(head, at_once=self.entries.left)
        log.info("feed read", feed=url, **nonzero(tally))

    def refuse(self, refused: Iterable[Refused]) -> None:
        """In the log, and in the file that `demarche retry` reads."""
        for one in refused:
            log.warning("refused", origin=str(one.origin), reason=one.reason)
            self.refusals.add(one, self.columns)

    def remember(self) -> None:
        """Where that fails, as on a full disk, the price is to fetch the same again."""
        try:
            self.source.keep()
        except sqlite3.Error as error:
            self.history.drop()
            log.warning("what was fetched can't be remembered", path=str(self.history.path), reason=str(error))

    def store(self, readings: Iterable[Reading]) -> tuple[Tally, list[Refused]]:
        """What became of them. When asked to stop it does so once what is split is stored, not when all is read."""
        pipeline, remarks = Pipeline(self.engine), Remarks()
        refused = []
        for event in pipeline.run(remarks.heard(self.until_stopped(readings))):
            if isinstance(event, Refused):
                refused.append(event)
            elif isinstance(event, Replacement):
                remarks.replaced(event)
            elif self.stop.asked:
                break
        if remarks.replacements:
            log.info("replaced", which=remarks.replacements)
        if remarks.omissions:
            log.warning("left out", what=remarks.omissions)
        return pipeline.tally, refused

    def until_stopped(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        for reading in readings:
            if self.stop.asked:
                return
            yield reading


def nonzero(tally: Tally) -> dict[str, Any]:
    return {name: number for name, number in asdict(tally).items() if number}
