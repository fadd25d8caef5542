"""Read what was found, file by file: what can't be opened is refused by name, and the next one goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BufferedReader
from typing import Protocol

from indexer.inputs.defects import tell_defect
from indexer.inputs.input import STANDARD_INPUT_NAME, Input, Link, Origin
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.readers.articles.language import in_its_language
from indexer.readers.files import STANDARD_INPUT, File
from indexer.readers.isolation.supervisor import SHARED, Isolation
from indexer.readers.registry import Reader, known_suffix, readers, readers_by_suffix
from indexer.readers.signatures import HEAD, tell_unsupported

DEEPEST = 4  # archives in archives: a bomb has more
NOT_FETCHED = "only links to its text, and fetching was not asked for"


class Fetches(Protocol):
    def open(self, link: Link) -> Input | None:
        """The page behind a link, to be closed by whoever reads it; None if it was read before and has not changed.

        Refusal says why it can't be had.
        """


class OneStep:
    """Stands for who fetches within what was linked to: else a feed that links to itself would have no end."""

    def open(self, link: Link) -> Input | None:
        raise Refusal("is only linked to by what was linked to itself: links are followed one step")


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """How to read: the user's words for the columns of tables, and who fetches what is only linked to.

    `named` fetches the addresses that the user names: naming one is consent, whatever becomes of links in it.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    fetches: Fetches | None = None
    named: Fetches | None = None
    isolation: Isolation = SHARED

    def read(self, files: Iterable[File | Link]) -> Iterator[Reading]:
        """Every article of the files and addresses, in order, or why it could not be read."""
        for file in files:
            if isinstance(file, Link):
                assert self.named, "an address can only be named to who fetches it"
                yield from self.fetch(self.named, file, 0)
                continue
            origin = Origin(name_of(file))
            try:
                stream = open_file(file)
            except OSError as error:
                yield Refused(origin, f"can't be read: {error.strerror or error}", file.size)
                continue
            with stream:
                yield from self.articles(Input(origin, stream, known_suffix(file.path.name), columns=self.columns))

    def articles(self, source: Input, depth: int = 0) -> Iterator[Reading]:
        """Of this input, and of all that it holds or links to. Whatever is wrong with one costs the others nothing, and
        what was read of it before stays.
        """
        if depth > DEEPEST:
            yield Refused(source.origin, f"is packed more than {DEEPEST} times: it is no archive of articles")
            return
        for found in read_input(source, self.isolation):
            match found:
                case Input():
                    with found.stream:
                        yield from self.articles(found, depth + 1)
                case Link():
                    yield from self.read_link(found, depth + 1)
                case Loaded(untouched=False):
                    yield replace(found, article=in_its_language(found.article))
                case _:
                    yield found

    def read_link(self, link: Link, depth: int) -> Iterator[Reading]:
        if self.fetches is None:
            yield Refused(link.origin, f"{link.url} {NOT_FETCHED}", link.size)
        else:
            yield from replace(self, fetches=OneStep()).fetch(self.fetches, link, depth)

    def fetch(self, fetches: Fetches, link: Link, depth: int) -> Iterator[Reading]:
        try:
            page = fetches.open(link)
        except Refusal as refusal:
            named = link.origin == Origin(link.url)
            yield Refused(link.origin, str(refusal) if named else f"{link.url} {refusal}", link.size)
            return
        except Exception as error:  # noqa: BLE001 - of a fetcher, or of what it remembers
            yield Refused(link.origin, tell_defect(error, "fetched", link.url), link.size)
            return
        if page is not None:
            with page.stream:
                yield from self.articles(replace(page, columns=self.columns), depth)


def read_input(source: Input, isolation: Isolation) -> Iterator[Reading | Link | Input]:
    """What the reader of its kind makes of it; never raises."""
    try:
        head = source.stream.peek(HEAD)[:HEAD]
        reader = readers_by_suffix().get(source.suffix) or recognise(head)
        if kind := tell_unsupported(head, reader):
            yield Refused(source.origin, kind)
            return
        yield from isolation.read(reader, source) if reader.isolated else reader.read(source)
    except OSError as error:
        yield Refused(source.origin, f"can't be read: {error.strerror}" if error.strerror else str(error))
    except Exception as error:  # noqa: BLE001 - of a reader, or of a library that it stands on
        yield Refused(source.origin, tell_defect(error, "read", source.origin))


def read(files: Iterable[File | Link]) -> Iterator[Reading]:
    """As they are, fetching nothing."""
    return Dispatcher().read(files)


def name_of(file: File) -> str:
    return STANDARD_INPUT_NAME if file.path == STANDARD_INPUT else str(file.path)


def open_file(file: File) -> BufferedReader:
    if file.path == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError("it is closed")
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return file.path.open("rb")


def recognise(head: bytes) -> Reader:
    """By its first bytes. What no reader knows is read as a text dump, which says what is wrong with it."""
    fitting = [reader for reader in readers() if reader.recognises(head)]
    return fitting[0] if fitting else next(reader for reader in readers() if reader.name == "dump")
