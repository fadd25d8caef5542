"""Views of the index that stay as they are: hard links to the files of one commit, in a folder beside the index.

    snapshots/index-000001-4711/     named after the folder and the commit; tantivy's files never change once written

Any process can open one. Links cost no room until the index itself drops the files. A snapshot that nobody used for a
while is removed by whoever makes the next.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import threading
import time
import uuid
from pathlib import Path

import orjson
import structlog
from tantivy import Index, Searcher

from search.embedded.index.schema import register
from search.queries.ranked_pages import KEPT_SECONDS, expired

FOLDER = "snapshots"
NAME = re.compile(r"index-\d{6}-\d{1,20}")
META = "meta.json"
TRIES = 5  # against a writer that commits and collects garbage meanwhile
OPEN_AT_ONCE = 4

log = structlog.get_logger(__name__)


class Snapshots:
    def __init__(self, path: Path):
        self.path = path / FOLDER
        self.lock = threading.Lock()
        self.pid = 0
        self.indices: dict[str, Index] = {}

    def pin(self, place: Path) -> str | None:
        """Keep the commit that the index in this folder has now; its name. None where the disk lets no link be made."""
        for _ in range(TRIES):
            try:
                return self.kept(place)
            except FileNotFoundError:
                continue  # the writer removed a file that its next commit does not need: that one is to be kept
            except OSError as error:
                log.warning("snapshot_refused", path=str(self.path), reason=error.strerror)
                return None
        log.warning("snapshot_overtaken", path=str(self.path))
        return None

    def kept(self, place: Path) -> str:
        meta = (place / META).read_bytes()
        described = orjson.loads(meta)
        name = f"{place.name}-{described['opstamp']}"
        if not self.used(name):
            self.path.mkdir(exist_ok=True)
            self.clear()
            fresh = Path(tempfile.mkdtemp(prefix=".", dir=self.path))
            try:
                link(place, fresh, [segment["segment_id"].replace("-", "") for segment in described["segments"]])
                (fresh / META).write_bytes(meta)
                if (place / META).read_bytes() != meta:
                    raise FileNotFoundError(place / META)
                fresh.rename(self.path / name)
            except OSError as error:
                if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):  # that is, unless another process made it first
                    raise
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            self.used(name)
        return name

    def searcher(self, name: str) -> Searcher:
        """Of a pinned commit, which is used and so kept for a while more; QueryError where it is gone."""
        if not NAME.fullmatch(name) or not self.used(name):
            raise expired()
        with self.lock:
            if self.pid != os.getpid():
                self.indices, self.pid = {}, os.getpid()
            index = self.indices.pop(name, None) or self.open(name)
            self.indices = {**dict(list(self.indices.items())[1 - OPEN_AT_ONCE :]), name: index}
        return index.searcher()

    def open(self, name: str) -> Index:
        try:
            return register(Index.open(str(self.path / name)))
        except ValueError:  # removed a moment ago
            raise expired() from None

    def used(self, name: str) -> bool:
        try:
            os.utime(self.path / name / META)
        except FileNotFoundError:
            return False
        return True

    def clear(self) -> None:
        """Remove those that nobody used for long, and what a process left that died at making one."""
        oldest = time.time() - KEPT_SECONDS
        for folder in self.path.iterdir():
            try:
                if (folder if folder.name.startswith(".") else folder / META).stat().st_mtime < oldest:
                    remove(folder)
            except FileNotFoundError:
                continue


def remove(folder: Path) -> None:
    """Under another name first, so that nobody opens what is half gone. FileNotFoundError where it is gone already."""
    shutil.rmtree(folder.rename(folder.with_name(f".old-{uuid.uuid4().hex}")), ignore_errors=True)


def link(place: Path, fresh: Path, segments: list[str]) -> None:
    """All files of these segments. FileNotFoundError where one has none, or one goes while it is being linked."""
    files = [file for file in place.iterdir() if file.name.partition(".")[0] in segments]
    missing = set(segments) - {file.name.partition(".")[0] for file in files}
    if missing:
        raise FileNotFoundError(place / min(missing))
    for file in files:
        (fresh / file.name).hardlink_to(file)
