"""What the process does that reads: one document, within its limits. Limits themselves are in test_supervisor."""

import io
from collections.abc import Iterator

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.isolation.child import Answer, read
from indexer.readers.registry import Reader
from schemas.article import Article

SOURCE = Input(Origin("a.html"), io.BufferedReader(io.BytesIO(b"")))
LOADED = Loaded(Article("A text."), Origin("a.html"), 7)


def answer(error: Exception | None = None) -> Answer:
    def reads(source: Input) -> Iterator[Reading]:
        yield LOADED
        if error:
            raise error

    return read(Reader("html", (), lambda head: False, reads), SOURCE, 7)


def test_all_that_is_found_is_answered() -> None:
    assert answer() == Answer([LOADED])


def test_what_was_not_foreseen_is_refused_with_what_was_found_before() -> None:
    found = answer(ZeroDivisionError("by zero"))
    assert found.found == [
        LOADED,
        Refused(Origin("a.html"), "can't be read, which is a fault of Demarche: ZeroDivisionError: by zero", 7),
    ]
    assert found.unforeseen.startswith("Traceback")


def test_where_memory_was_short_nothing_is_trusted() -> None:
    assert answer(MemoryError()) == Answer([], memory=True)
