"""The embedded engine behind the contract."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from tantivy import Occur, Query

from schemas.query import StatementQuery
from schemas.statement import GIVEN, SplitArticle
from search.embedded.index.faults import translated
from search.embedded.index.folder import Folder
from search.embedded.index.schema import OF_ARTICLE, schema
from search.embedded.index.snapshots import Snapshots
from search.embedded.keeping.every_article import every_article
from search.embedded.keeping.rebuild import rebuild
from search.embedded.searching.article_reader import articles_kept
from search.embedded.searching.compiler import ArticleCompiler, Compiler, TextCompiler
from search.embedded.searching.counts_of_all import CountsOfAll
from search.embedded.searching.key_names import KeyNames
from search.embedded.searching.results import matching
from search.embedded.searching.view import EmbeddedView, Shared
from search.embedded.storing.documents import prepared
from search.embedded.storing.writer import Writer
from search.engine import Engine, Prepared, Rebuilt, Remake, Replaced, Status, Stream, Version
from search.queries.plan import Plan
from search.queries.source_names import SourceNames
from search.queries.spellings import Spellings

PATIENCE = 10.0  # seconds that a write waits while another process writes


class EmbeddedEngine(Engine):
    """One process writes at a time, any number read; a commit is found by the next call of every process."""

    kind = "embedded"

    def __init__(self, path: str | Path, patience: float = PATIENCE, *, make: bool = True):
        self.path = Path(path).absolute()
        self.folder = Folder(self.path, patience, make=make)
        self.layout = schema()
        self.compiler = Compiler(self.layout)
        self.snapshots = Snapshots(self.path)
        self.names = KeyNames(self.compiler)
        self.shared = Shared(
            folder=self.folder,
            snapshots=self.snapshots,
            compiler=self.compiler,
            article_compiler=ArticleCompiler(self.layout),
            text_compiler=TextCompiler(self.layout),
            counts_of_all=CountsOfAll(),
            names=self.names,
            sources=SourceNames(),
            spellings=Spellings(),
        )
        self.writer = Writer(self.folder, self.compiler)

    @property
    def location(self) -> str:
        return str(self.path)

    def view(self) -> EmbeddedView:
        return EmbeddedView(self.shared)

    def newest(self) -> EmbeddedView:
        return self.view()

    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Stream:
        view = self.view()
        return Stream.started(view.stream(query, Plan.of(view.looked_up(query)), highlighted))

    def generation(self) -> str:
        with translated(self.path, "read"):
            return self.folder.commit().generation

    def every_article(self) -> Generator[SplitArticle]:
        with translated(self.path, "read"):
            yield from every_article(self.folder.searcher(), ArticleCompiler(self.layout))

    def outdated(self, extractor: str) -> int:
        field, every = f"{OF_ARTICLE}extractor", ArticleCompiler(self.layout).every()
        current = Query.term_query(self.layout, field, extractor, index_option="basic")
        given = Query.regex_query(self.layout, field, f"{GIVEN}.*")
        others = Query.boolean_query([(Occur.Must, every), (Occur.MustNot, current), (Occur.MustNot, given)])
        with translated(self.path, "searched"):
            return matching(self.folder.searcher(), others)

    def rebuild(self, remake: Remake) -> Generator[Rebuilt]:
        with translated(self.path, "rebuilt"):
            yield from rebuild(self.folder, remake)

    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        with translated(self.path, "searched"):
            if not self.folder.is_there():
                return {}
            kept = articles_kept(self.folder.searcher(), self.compiler, article_ids)
        return {key: Version(stored.content_hash, stored.extractor) for key, stored in kept.items()}

    @staticmethod
    def prepare(split: SplitArticle) -> Prepared:
        return prepared(split)

    def begin(self, articles: Iterable[Prepared]) -> Callable[[], Replaced]:
        return self.writer.begin(articles)

    def delete(self, article_id: str) -> None:
        self.writer.delete(article_id)

    def be_patient(self, seconds: float, tell: Callable[[str], None]) -> None:
        """There is no server."""

    def status(self) -> Status:
        with translated(self.path, "searched"):
            searcher = self.folder.searcher()
            statements = matching(searcher, self.compiler.every())
            return Status(
                engine=self.kind,
                version=f"tantivy {version('tantivy')}",
                location=self.location,
                articles=searcher.num_docs - statements,
                statements=statements,
                bytes=self.folder.size(),
            )

    def close(self) -> None:
        self.folder.close()
