"""A new index beside the old one, from the old one's articles, and then in its place.

The old one is copied as it is at the beginning. From then on writers note what they change, and what they noted is
copied again, round by round while they write on, and at last while they wait. An index with an older mapping is written
by an older Demarche, if at all, which notes nothing: its writers wait from the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path

from tantivy import Index

from search.documents.serialization import MAPPING_VERSION
from search.embedded.index.folder import CHANGES, REBUILD_LOCK, WRITER_BYTES, About, Folder
from search.embedded.index.locks import taken
from search.embedded.index.schema import register, schema
from search.embedded.index.snapshots import remove
from search.embedded.keeping.every_article import every_article
from search.embedded.searching.article_reader import these_articles
from search.embedded.searching.compiler import ArticleCompiler
from search.embedded.searching.results import matching
from search.embedded.storing.documents import documents
from search.engine import Prepared, Rebuilt, Remake
from search.errors import EngineBusy

NAME = re.compile(r"index-(\d{6})")
FEW = 50  # changed articles that writers may be made to wait for
ROUNDS = 10  # of copying what changed while they write on: whoever writes faster is made to wait then
TOLD_EVERY = 100  # articles
PATIENCE = 600.0  # seconds to wait for writers: hours of work must not be lost to one that is slow


def rebuild(folder: Folder, remake: Remake) -> Iterator[Rebuilt]:
    folder.make_or_miss()
    with alone(folder.path), ExitStack() as stack:
        outdated = folder.about().mapping != MAPPING_VERSION
        if outdated:
            stack.enter_context(folder.exclusive(PATIENCE))
        while_nobody_writes = nullcontext if outdated else partial(folder.exclusive, PATIENCE)
        with while_nobody_writes():
            old, new = begin(folder)
            index = folder.load(old)
        searcher, compiler = index.searcher(), ArticleCompiler(index.schema)  # an older one has other fields
        total = matching(searcher, compiler.every())
        target = Target(folder.path / new)
        try:
            for done, _ in enumerate(target.take(remake(every_article(searcher, compiler))), 1):
                if done % TOLD_EVERY == 0:
                    yield Rebuilt(done, total)
            target.commit()  # most of it, for which no writer need wait
            changes = Changes(folder.path / CHANGES)

            def catch_up(ids: Sequence[str]) -> None:
                now = folder.load(old).searcher()
                target.forget(ids)
                for _ in target.take(remake(these_articles(now, compiler, ids))):
                    pass

            for _ in range(ROUNDS):
                with while_nobody_writes():  # when what was noted is committed
                    ids = changes.further()
                catch_up(ids)
                if len(ids) <= FEW:
                    break
            with while_nobody_writes():
                catch_up(changes.further())
                target.close()
                folder.tell(About(MAPPING_VERSION, new))
                clear(folder.path, keep=[new])
        except BaseException:
            target.give_up()
            with while_nobody_writes():
                forget(folder, new)
            raise
        yield Rebuilt(total, total, in_use=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """EngineBusy where another is at it. Whoever dies lets go."""
    with (path / REBUILD_LOCK).open("ab") as file:
        if not taken(file.fileno()):
            raise EngineBusy(f"the index in {path} is being rebuilt by another process")
        yield


def begin(folder: Folder) -> tuple[str, str]:
    """Names of the index that is there and of the one to be built; from now on writers note what they change."""
    about = folder.about()
    clear(folder.path, keep=[about.current])
    numbers = [int(found[1]) for each in folder.path.iterdir() if (found := NAME.fullmatch(each.name))]
    new = f"index-{max(numbers) + 1:06d}"
    (folder.path / new).mkdir()
    folder.tell(About(about.mapping, about.current, new))
    return about.current, new


def forget(folder: Folder, new: str) -> None:
    """Leave nothing of what was being built, unless it is in use already."""
    about = folder.about()
    if about.current != new:
        folder.tell(About(about.mapping, about.current))
        clear(folder.path, keep=[about.current])


def clear(path: Path, keep: Sequence[str]) -> None:
    """Remove other indices: the old one, or what a rebuild that was cut off has left. Their open files live on."""
    (path / CHANGES).unlink(missing_ok=True)
    for folder in path.iterdir():
        if (NAME.fullmatch(folder.name) and folder.name not in keep) or folder.name.startswith(".old-"):
            remove(folder)


class Target:
    """The index being built, which nobody else knows."""

    def __init__(self, place: Path):
        self.layout = schema()
        self.writer = register(Index(self.layout, path=str(place), reuse=False)).writer(WRITER_BYTES, 1)

    def take(self, articles: Iterable[Prepared]) -> Iterator[Prepared]:
        for article in articles:
            for document in documents(article, self.layout):
                self.writer.add_document(document)
            yield article

    def forget(self, ids: Sequence[str]) -> None:
        for id_ in ids:
            self.writer.delete_documents_by_term("article", id_)

    def commit(self) -> None:
        self.writer.commit()

    def close(self) -> None:
        self.commit()
        self.writer.wait_merging_threads()
        del self.writer

    def give_up(self) -> None:
        """Where it was not closed."""
        if hasattr(self, "writer"):
            self.writer.rollback()
            del self.writer


class Changes:
    """What writers noted."""

    def __init__(self, path: Path):
        self.path = path
        self.offset = 0

    def further(self) -> Sequence[str]:
        """Ids that were not given before, each once. To be asked while nobody writes."""
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset)
                noted = file.read()
        except FileNotFoundError:
            return []
        self.offset += len(noted)
        return list(dict.fromkeys(noted.decode("ascii").split()))
