"""Whether anything was written since."""

from __future__ import annotations

import time

from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import CORPUS, Said, split
from tests.elasticsearch.indices import Addresses


def test_changes_with_every_write_and_with_nothing_else(engine: Engine) -> None:
    seen = [engine.generation()]
    engine.replace(CORPUS[:2])
    seen.append(engine.generation())
    engine.replace([split(Said("Other."), title=CORPUS[0].article.title)])
    seen.append(engine.generation())
    engine.delete(CORPUS[1].article.id)
    seen.append(engine.generation())
    assert len(set(seen)) == 4
    engine.article(CORPUS[0].article.id)
    assert engine.generation() == seen[-1]


def test_sees_what_another_process_writes_within_a_second(fresh_address: Addresses) -> None:
    address = fresh_address()
    with open_engine(address) as reader, open_engine(address) as writer:
        before = reader.generation()
        writer.replace(CORPUS[:1])
        time.sleep(1.1)
        assert reader.generation() != before
