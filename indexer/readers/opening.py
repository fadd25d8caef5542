"""Read what was found, file by file: what can't be opened is refused by name, and the next one goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader

from indexer.readers.decoding import first_characters
from indexer.readers.finding import STANDARD_INPUT, File, readers
from indexer.readers.reading import Input, Origin, Reader, Reading, Refused

HEAD = 4_096  # bytes that tell a kind


def read(files: Iterable[File]) -> Iterator[Reading]:
    """Every article of the files, in order, or why it could not be read."""
    for file in files:
        try:
            with opened(file) as stream:
                reader = file.reader or recognise(stream)
                yield from reader.read(Input(name_of(file), stream))
        except OSError as error:
            yield Refused(Origin(name_of(file)), f"can't be read: {error.strerror or error}", file.size)


def name_of(file: File) -> str:
    return "<standard input>" if file.path == STANDARD_INPUT else str(file.path)


def opened(file: File) -> BufferedReader:
    if file.path == STANDARD_INPUT:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return file.path.open("rb")


def recognise(stream: BufferedReader) -> Reader:
    """By its first characters. What no reader knows is read as a text dump, which says what is wrong with it."""
    head = first_characters(stream.peek(HEAD)[:HEAD])
    fitting = [reader for reader in readers() if reader.recognises(head)]
    return fitting[0] if fitting else next(reader for reader in readers() if reader.name == "dump")
