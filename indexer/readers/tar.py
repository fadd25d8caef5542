"""tar: its files in their order, as a stream, and nothing written to disk. Names are names, not paths."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import cast

from indexer.readers.members import CLIMBS, NO_FILE, climbs, suffix_of, told
from indexer.readers.reading import Input, Reader, Refused
from indexer.readers.unpacking import Budget, Forward, Gives, Unpacked, budget_of, named_faults

MAGIC = slice(257, 262)


def read(source: Input) -> Iterator[Refused | Input]:
    return told(source, members(source))


def members(source: Input) -> Iterator[Refused | Input]:
    budget = budget_of(source)
    with named_faults():
        tar = tarfile.open(fileobj=Forward(source.stream), mode="r:")  # noqa: SIM115 - it has nothing to close
    while True:
        with named_faults():
            info = tar.next()
            tar.members.clear()  # type: ignore[attr-defined]  # it would keep all, for seeking
        if info is None:
            return
        suffix = suffix_of(info.name)
        if climbs(info.name):
            yield Refused(source.inside(info.name), CLIMBS)
        elif not suffix or info.isdir():
            continue
        elif not info.isfile() or info.issparse():  # a sparse file may be larger than any archive
            yield Refused(source.inside(info.name), NO_FILE)
        elif file := tar.extractfile(info):
            stream: io.BufferedReader = io.BufferedReader(
                Unpacked(cast("Gives", file), budget or Budget(packed=info.size))
            )
            yield source.within(info.name, stream, suffix=suffix)


READER = Reader("tar", (".tar",), lambda head: head[MAGIC] == b"ustar", read)
