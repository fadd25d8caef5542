"""Articles that a client sends, instead of a file that is read: the same checks, extraction and index.

Each is dealt with by itself, so that a malformed one among good ones costs the others nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import orjson

from indexer.holding import held
from indexer.pipeline import version
from indexer.readers.ndjson import loaded
from indexer.readers.reading import Loaded, Origin, Refusal
from indexer.splitting import split
from schemas.received import Outcome, Received
from schemas.statement import SplitArticle
from search.engine import Engine
from search.errors import EngineBusy

PATIENCE = 20  # seconds that a request waits for others to be split


@dataclass
class Receiver:
    """Safe to share between threads: one extracts at a time. The model is loaded when the first article needs it."""

    engine: Engine
    lock: threading.Lock = field(default_factory=threading.Lock)

    def receive(self, documents: Sequence[object]) -> list[Received]:
        """Store them; what became of each, in their order. Raises what the engine raises: then the same may be sent
        again, and what was stored is found unchanged.
        """
        read = [self.read(document) for document in documents]
        last = {one.article.id: one for one in read if isinstance(one, Loaded)}
        there = held(self.engine, last)
        due = [one for one in there.articles.values() if there.version(one) != version(one)]
        extracted = self.extracted(due)
        self.engine.replace([one for one in extracted.values() if isinstance(one, SplitArticle)])

        def became(one: Loaded | Received) -> Received:
            if isinstance(one, Received):
                return one
            id_ = there.articles[one.article.id].article.id
            if last[one.article.id] is not one:
                return Received(Outcome.SUPERSEDED, id_)
            split = extracted.get(id_)
            if isinstance(split, Received):
                return split
            if split is None:
                return Received(Outcome.UNCHANGED, id_)
            outcome = Outcome.UPDATED if id_ in there.versions else Outcome.ADDED
            return Received(outcome, id_, len(split.extraction.statements))

        return [became(one) for one in read]

    def split(self, document: object) -> SplitArticle | Received:
        """The article with its statements, as storing it would have them; nothing is stored."""
        one = self.read(document)
        return one if isinstance(one, Received) else self.extracted([one])[one.article.id]

    def read(self, document: object) -> Loaded | Received:
        if not isinstance(document, dict):
            return Received(Outcome.REFUSED, places=[("", "is not a JSON object")])
        try:
            orjson.dumps(document)
        except TypeError:
            return Received(Outcome.REFUSED, places=[("", "holds half of a surrogate pair: its text is broken")])
        try:
            one = loaded(document, Origin("request"), 0)
        except Refusal as refusal:
            return Received(Outcome.REFUSED, places=refusal.places)
        # A checksum vouches for an operator's own file, not for what comes from elsewhere.
        return replace(one, untouched=False)

    def extracted(self, due: Sequence[Loaded]) -> dict[str, SplitArticle | Received]:
        if not self.lock.acquire(timeout=PATIENCE):
            raise EngineBusy(f"articles of others were being split for {PATIENCE} seconds")
        try:
            found = list(split(due))
        finally:
            self.lock.release()
        ids = (one.article.id for one in due)
        return {
            id_: one if isinstance(one, SplitArticle) else Received(Outcome.REFUSED, id_, places=[("", one.reason)])
            for id_, one in zip(ids, found, strict=True)
        }
