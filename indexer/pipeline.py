"""Articles in, an index out: skip what is up to date, extract the rest, store it batch by batch.

A batch is durable when `Engine.replace` returns, so a crash loses at most one, and the same command goes on where it
stopped: what is stored is known by content hash and extractor version, and skipped before it is extracted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from indexer.extraction.extract import EXTRACTOR, Extractor
from indexer.given import extraction_as_given, version_as_given
from indexer.readers.reading import Loaded, Reading, Refusal, Refused
from schemas.statement import Extraction, SplitArticle
from search.engine import Engine, Version

WINDOW_ARTICLES = 1_000  # looked up in the index at once, and within which the last of several versions counts
WINDOW_CHARACTERS = 20_000_000  # so that memory stays flat however long the articles are
BATCH = 32  # extracted and stored at once: a few seconds of work


@dataclass(slots=True)
class Tally:
    """What became of the articles read: each is counted once, `statements` are those stored by this run."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    superseded: int = 0
    refused: int = 0
    statements: int = 0

    @property
    def read(self) -> int:
        return self.added + self.updated + self.unchanged + self.superseded + self.refused


@dataclass(frozen=True, slots=True)
class Advance:
    """Some `size` bytes of the input more are dealt with."""

    size: int


@dataclass
class Indexing:
    """One run over an input. The extractor is made when the first article needs it, since loading its model is slow."""

    engine: Engine
    tally: Tally = field(default_factory=Tally)

    @cached_property
    def extractor(self) -> Extractor:
        return Extractor()

    def run(self, readings: Iterable[Reading]) -> Iterator[Refused | Advance]:
        """Index them all, saying what was refused and how far it is; `tally` counts along.

        Raises what the engine raises; everything before is stored then.
        """
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
                            yield Advance(superseded.size)
                        newest[article.id] = reading
            yield from self.index(newest)

    def index(self, articles: dict[str, Loaded]) -> Iterator[Refused | Advance]:
        stored = self.engine.versions(articles)
        due = [loaded for id_, loaded in articles.items() if stored.get(id_) != version(loaded)]
        self.tally.unchanged += len(articles) - len(due)
        yield Advance(sum(loaded.size for loaded in articles.values()) - sum(loaded.size for loaded in due))
        for start in range(0, len(due), BATCH):
            yield from self.store(due[start : start + BATCH])

    def store(self, batch: Sequence[Loaded]) -> Iterator[Refused | Advance]:
        now = datetime.now(UTC)
        split: list[SplitArticle] = []
        for loaded, extraction in self.extractions(batch):
            match extraction:
                case Refused():
                    yield from self.refuse(extraction)
                case Extraction():
                    split.append(SplitArticle(loaded.article, extraction, now))
        replaced = self.engine.replace(split)
        self.tally.added += replaced.added
        self.tally.updated += replaced.updated
        self.tally.statements += sum(len(article.extraction.statements) for article in split)
        yield Advance(sum(loaded.size for loaded in batch))

    def extractions(self, batch: Sequence[Loaded]) -> Iterator[tuple[Loaded, Extraction | Refused]]:
        """In the order of the batch: statements found, or those that the input brings, if they are in order."""
        whole = [loaded for loaded in batch if loaded.given is None]
        found = iter(self.found(whole) if whole else ())
        for loaded in batch:
            if loaded.given is None:
                yield loaded, next(found)
                continue
            try:
                yield loaded, extraction_as_given(loaded.article, loaded.given)
            except Refusal as refusal:
                yield loaded, Refused(loaded.origin, str(refusal))

    def found(self, batch: Sequence[Loaded]) -> Sequence[Extraction | Refused]:
        """Together, which is faster. An article that the rules break on is refused alone: it must not stop this run and
        every later one at the same place.
        """
        try:
            return list(self.extractor.extract_many(loaded.article for loaded in batch))
        except Exception as error:  # noqa: BLE001 - a fault of ours, of whatever kind
            if len(batch) == 1:
                return [
                    Refused(batch[0].origin, f"can't be split into statements, which is a fault of Demarche: {error!r}")
                ]
            return [each for loaded in batch for each in self.found([loaded])]

    def refuse(self, refused: Refused) -> Iterator[Refused | Advance]:
        self.tally.refused += 1
        yield refused
        yield Advance(refused.size)


def version(loaded: Loaded) -> Version:
    return Version(loaded.article.content_hash, EXTRACTOR if loaded.given is None else version_as_given(loaded.given))


def windows(readings: Iterable[Reading]) -> Iterator[Sequence[Reading]]:
    window: list[Reading] = []
    characters = 0
    for reading in readings:
        window.append(reading)
        characters += len(reading.article.text) if isinstance(reading, Loaded) else 0
        if len(window) == WINDOW_ARTICLES or characters >= WINDOW_CHARACTERS:
            yield window
            window, characters = [], 0
    yield window
