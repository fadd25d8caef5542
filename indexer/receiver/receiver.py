"""Articles that a client sends, instead of a file that is read: the same checks, extraction and index.

Each is dealt with by itself, so that a malformed one among good ones costs the others nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import orjson

from indexer.extraction.lang.languages import is_split
from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded, Refusal, Refused
from indexer.pipeline.versions import expected_version, look_up
from indexer.pipeline.worker import split
from indexer.readers.articles.language import in_its_language
from indexer.readers.datasets.ndjson import load
from indexer.receiver.fair_lock import FairLock
from indexer.receiver.members import unknown_members
from schemas.ingestion import TOO_LONG, Flaw, Outcome, Received
from schemas.settings import MAX_SPLIT
from schemas.statement import SplitArticle
from search.engine import Storing
from search.errors import EngineBusy

PATIENCE = 20  # seconds that a request waits for its turn, while others are split
AT_ONCE = 20_000  # characters that are split in one turn, a second of work: a long request lets short ones in between


@dataclass
class Receiver:
    """Safe to share between threads: one extracts at a time. The model is loaded when the first article needs it.

    `most` is how many characters of text one request may have split.
    """

    engine: Storing
    most: int = MAX_SPLIT
    lock: FairLock = field(default_factory=FairLock)

    def receive(self, documents: Sequence[object]) -> list[Received]:
        """Store them; what became of each, in their order. Raises what the engine raises: then the same may be sent
        again, and what was stored is found unchanged.
        """
        read = [self.read(document) for document in documents]
        last = {one.article.id: one for one in read if isinstance(one, Loaded)}
        there = look_up(self.engine, last)
        due = [one for one in there.articles.values() if there.version(one) != expected_version(one)]
        beyond = self.beyond(due)
        extracted = beyond | self.extract([one for one in due if one.article.id not in beyond])
        self.engine.replace([one for one in extracted.values() if isinstance(one, SplitArticle)])

        def became(one: Loaded | Received) -> Received:
            if isinstance(one, Received):
                return one
            id_ = there.articles[one.article.id].article.id
            split = extracted.get(id_)
            known = Received(
                Outcome.UNCHANGED,
                id_,
                language=one.article.language,
                split=one.given is not None or is_split(one.article.language),
                warnings=[Flaw(*left) for left in one.article.left_out],
            )
            if last[one.article.id] is not one:
                return replace(known, outcome=Outcome.SUPERSEDED)
            if isinstance(split, Received):
                return split
            if split is None:
                return known
            outcome = Outcome.UPDATED if id_ in there.versions else Outcome.ADDED
            return replace(known, outcome=outcome, statements=len(split.extraction.statements))

        return [became(one) for one in read]

    def split(self, document: object) -> SplitArticle | Received:
        """The article with its statements, as storing it would have them; nothing is stored."""
        one = self.read(document)
        if isinstance(one, Received):
            return one
        return (self.beyond([one]) or self.extract([one]))[one.article.id]

    def read(self, document: object) -> Loaded | Received:
        if not isinstance(document, dict):
            return refuse("is not a JSON object")
        try:
            orjson.dumps(document)
        except TypeError:
            return refuse("holds half of a surrogate pair: its text is broken")
        if unknown := unknown_members(document):
            return Received(Outcome.REFUSED, flaws=unknown)
        try:
            one = load(document, Origin("request"), 0)
        except Refusal as refusal:
            return Received(Outcome.REFUSED, flaws=[Flaw(*place) for place in refusal.places])
        # A checksum vouches for an operator's own file, not for what comes from elsewhere.
        return replace(one, article=in_its_language(one.article), untouched=False)

    def beyond(self, due: Sequence[Loaded]) -> dict[str, Received]:
        """By their ids, those whose text is more than this request may still have split; others come in."""
        refused: dict[str, Received] = {}
        taken = 0
        for one in due:
            length = 0 if one.given is not None else len(one.article.text)
            if taken + length <= self.most:
                taken += length
                continue
            reason = f"has {length:,} characters, more than the {self.most:,} that one request may have split"
            if length <= self.most:
                reason = f"with it this request has more than {self.most:,} characters to split: send it in another one"
            refused[one.article.id] = Received(
                Outcome.REFUSED, one.article.id, flaws=[Flaw("text", reason)], code=TOO_LONG
            )
        return refused

    def extract(self, due: Sequence[Loaded]) -> dict[str, SplitArticle | Received]:
        found: list[SplitArticle | Refused] = []
        for batch in batches(due):
            try:
                with self.lock.hold(PATIENCE):
                    found += split(batch)
            except TimeoutError:
                raise EngineBusy(f"articles of others were being split for {PATIENCE} seconds") from None
        ids = (one.article.id for one in due)
        return {
            id_: one if isinstance(one, SplitArticle) else refuse(one.reason, id_)
            for id_, one in zip(ids, found, strict=True)
        }


def refuse(reason: str, id_: str | None = None) -> Received:
    """As a whole."""
    return Received(Outcome.REFUSED, id_, flaws=[Flaw("", reason)])


def batches(due: Sequence[Loaded]) -> Iterator[list[Loaded]]:
    """What is split in one turn: some short articles, or a long one."""
    batch: list[Loaded] = []
    length = 0
    for one in due:
        if batch and length + len(one.article.text) > AT_ONCE:
            yield batch
            batch, length = [], 0
        batch.append(one)
        length += len(one.article.text)
    if batch:
        yield batch
