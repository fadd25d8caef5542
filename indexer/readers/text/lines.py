"""An input line by line, in bounded memory: what NDJSON, tables and GDELT's files stand on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count

from indexer.inputs.input import MAX_INPUT, Input, Origin
from indexer.inputs.result import Refusal, Refused
from indexer.readers.text.encoding import decode_unmarked, encoding_of_mark


def lines_of(source: Input) -> Iterator[tuple[Origin, str] | Refused]:
    """Each with its end. One is in memory at a time, and of one too long no more than is needed to tell."""
    with text_lines(source) as lines:
        for number in count(1):
            origin = source.at(number)
            try:
                line = lines.readline(MAX_INPUT + 1)
            except UnicodeDecodeError as error:
                yield Refused(origin, tell_wrong_encoding(error))
                return
            if not line:
                return
            if len(line) > MAX_INPUT and not line.endswith("\n"):
                yield Refused(origin, f"is longer than {MAX_INPUT:,} characters", len(line) + skip_line(lines))
            else:
                yield origin, line


def text_lines(source: Input) -> io.TextIOWrapper:
    """Lines end at a line feed alone: U+2028 and the like may stand in JSON's strings.

    Bytes that are not UTF-8 come through as surrogates, so that the line that holds them can be seen to by itself.
    """
    encoding = encoding_of_mark(source.stream.peek(4))
    errors = "surrogateescape" if encoding in (None, "utf-8-sig") else "strict"
    return io.TextIOWrapper(source.stream, encoding=encoding or "utf-8", errors=errors, newline="\n")


def tell_wrong_encoding(error: UnicodeDecodeError) -> str:
    return f"from here on the file is not {error.encoding}: the rest of it can't be read"


def skip_line(lines: io.TextIOWrapper) -> int:
    """Read to the end of the line, keeping none of it; how many characters that was."""
    skipped = 0
    while part := lines.readline(MAX_INPUT):
        skipped += len(part)
        if part.endswith("\n"):
            break
    return skipped


def decode_line(line: str) -> str:
    """With its bytes that are not UTF-8 read in the likeliest encoding; Refusal where none fits.

    A byte order mark tells nothing where it does not begin the input.
    """
    try:
        line.encode()
    except UnicodeEncodeError:
        if "\0" in line:
            raise Refusal("holds NUL bytes among others that are not UTF-8: it is binary") from None
        return decode_unmarked(line.encode("utf-8", "surrogateescape"))
    return line
