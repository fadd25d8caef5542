"""The folder an embedded index lives in: made, recognised, opened, and written by one process at a time.

demarche.json     mapping version, which folder holds the index now, and which one is being built, if one is
index-000001/     tantivy's files
changes           ids of articles that were written while another index is being built
writer.lock       held (flock) by whoever writes; the kernel lets go of it when its holder dies
rebuild.lock      held likewise by whoever builds
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
from tantivy import Index, IndexWriter, Searcher

from schemas.files import whole_file
from search.documents.serialization import MAPPING_VERSION
from search.embedded.index.faults import translated
from search.embedded.index.locks import LOCK, WriterLock, taken
from search.embedded.index.schema import register, schema
from search.errors import IncompatibleIndex, NoIndex

ABOUT = "demarche.json"
FIRST = "index-000001"
REBUILD_LOCK = "rebuild.lock"
CHANGES = "changes"
WRITER_BYTES = 50_000_000

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What demarche.json says."""

    mapping: int
    current: str
    building: str | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """`place` is the folder that holds the index; `generation` changes with every commit, and with that folder."""

    searcher: Searcher
    place: Path
    generation: str


class Folder:
    """Opens on first use and once in each process: neither threads nor readers survive a fork."""

    def __init__(self, path: Path, patience: float, *, make: bool = True):
        self.path = path
        self.makes = make
        self.patience = patience
        self.lock = threading.Lock()
        self.lock_of_writers = WriterLock(path)
        self.pid = 0
        self.place = path
        self.index: Index | None = None
        self.stamp: Stamp | None = None

    def commit(self) -> Commit:
        """The last of any process: looked for at every call, which costs a `stat`."""
        with self.lock:
            stamp = self.committed()
            if self.index is None or stamp is None or self.pid != os.getpid():
                self.index, stamp, self.pid = *self.newest(), os.getpid()
            elif stamp != self.stamp and not self.reloaded():
                self.index, stamp = self.newest()
            self.stamp = stamp
            generation = "-".join(map(str, (self.place.name, *(stamp or ()))))
            return Commit(self.index.searcher(), self.place, generation)

    def searcher(self) -> Searcher:
        return self.commit().searcher

    def newest(self) -> tuple[Index, Stamp | None]:
        """The stamp is read before what it stands for, else a commit between the two would not be seen for long."""
        while True:
            self.index, self.place = self.open()
            stamp = self.committed()
            if self.reloaded():
                return self.index, stamp

    def reloaded(self) -> bool:
        """Not where another index took the place of this one."""
        assert self.index
        with translated(self.path, "read"):
            try:
                self.index.reload()
            except ValueError:
                if self.about().current == self.place.name:
                    raise
        return self.about().current == self.place.name

    def committed(self) -> Stamp | None:
        """Changes with every commit, since tantivy puts a new meta.json in the place of the old one, and where another
        index takes the place of this one; None without.
        """
        try:
            found = [(self.path / ABOUT).stat(), (self.place / "meta.json").stat()]
        except OSError:
            return None
        return tuple(part for each in found for part in (each.st_ino, each.st_mtime_ns, each.st_size))

    def open(self) -> tuple[Index, Path]:
        with translated(self.path, "opened"):
            self.make_or_miss()
            while True:
                about = self.about()
                if about.mapping != MAPPING_VERSION:
                    raise IncompatibleIndex(
                        f"the index in {self.path} has mapping {about.mapping}, this version of Demarche needs "
                        f"{MAPPING_VERSION}: `demarche rebuild` makes it so"
                    )
                try:
                    return self.load(about.current), self.path / about.current
                except (ValueError, OSError, IncompatibleIndex):
                    if self.about() == about:  # else another index took its place just now
                        raise

    def load(self, name: str) -> Index:
        place = str(self.path / name)
        if not Index.is_compatible(place):
            raise IncompatibleIndex(f"the index in {self.path} was written by another tantivy: build it anew")
        index = register(Index.open(place))
        index.config_reader("manual")
        return index

    def about(self) -> About:
        try:
            return About(**orjson.loads((self.path / ABOUT).read_bytes()))
        except (orjson.JSONDecodeError, TypeError):
            raise IncompatibleIndex(f"{self.path / ABOUT} is damaged: build the index anew in another folder") from None

    def tell(self, about: About) -> None:
        """Durably, and at once for every process."""
        with whole_file(self.path / ABOUT) as file:
            file.write(orjson.dumps(about))

    def note(self, ids: Collection[str]) -> None:
        """Before they are committed, for an index that is being built meanwhile. Call it as the writer.

        Each begins a line, since a writer that was cut off may have left half of one.
        """
        about = self.about()
        if about.building is None:
            return
        if self.abandoned():
            self.tell(About(about.mapping, about.current))
            (self.path / CHANGES).unlink(missing_ok=True)
            return
        with (self.path / CHANGES).open("a", encoding="ascii") as file:
            file.writelines(f"\n{id_}" for id_ in ids)
            file.write("\n")

    def abandoned(self) -> bool:
        """Whether who was rebuilding is dead, so that nobody will read what is noted."""
        with (self.path / REBUILD_LOCK).open("ab") as file:
            return taken(file.fileno(), shared=True)

    def is_there(self) -> bool:
        return (self.path / ABOUT).exists()

    def make_or_miss(self) -> None:
        """NoIndex where there is none, and none was to be made."""
        if not self.is_there():
            if not self.makes:
                raise NoIndex(f"there is no index in {self.path}: `demarche index` makes one")
            self.create()

    def make(self) -> None:
        """Where there is none."""
        with translated(self.path, "made"):
            if not self.is_there():
                self.create()

    def create(self) -> None:
        """demarche.json comes last, so that a creation cut off is begun anew, and of two processes one does it."""
        self.path.mkdir(parents=True, exist_ok=True)
        strangers = [p.name for p in self.path.iterdir() if p.name not in (FIRST, LOCK) and not p.name.startswith(".")]
        if strangers and ABOUT not in strangers:
            raise IncompatibleIndex(f"{self.path} holds other files ({min(strangers)}): name an empty folder")
        with self.exclusive():
            if (self.path / ABOUT).exists():
                return
            shutil.rmtree(self.path / FIRST, ignore_errors=True)
            (self.path / FIRST).mkdir()
            Index(schema(), path=str(self.path / FIRST), reuse=False)
            self.tell(About(MAPPING_VERSION, FIRST))

    @contextmanager
    def writer(self) -> Iterator[IndexWriter]:
        """The one writer. What is done with it is committed at the end, durably, or not at all.

        EngineBusy where others kept it for longer than our patience.
        """
        self.commit()
        with translated(self.path, "written"), self.exclusive():
            # A writer that was killed leaves files whose names the next commit would use again. Only an index opened
            # after that knows of them.
            index, _ = self.open()
            writer = index.writer(WRITER_BYTES, 1)
            try:
                writer.garbage_collect_files()
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()

    def exclusive(self, patience: float | None = None) -> AbstractContextManager[None]:
        """Keep every other writer waiting; EngineBusy where others kept it for longer than our patience."""
        return self.lock_of_writers.held(self.patience if patience is None else patience)

    def size(self) -> int:
        """Bytes on disk. A file that a merge removes meanwhile counts for nothing."""
        total = 0
        for file in self.place.iterdir():
            try:
                total += file.stat().st_size
            except FileNotFoundError:
                continue
        return total

    def close(self) -> None:
        with self.lock:
            self.index = None
