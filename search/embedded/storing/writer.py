"""How articles get in and out: many in one commit, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from search.embedded.index.faults import translated
from search.embedded.index.folder import Folder
from search.embedded.searching.article_reader import articles_kept
from search.embedded.searching.compiler import Compiler
from search.embedded.storing.documents import documents
from search.engine import Prepared, Replaced
from search.errors import NotFound


@dataclass(frozen=True, slots=True)
class Writer:
    folder: Folder
    compiler: Compiler

    def begin(self, articles: Iterable[Prepared]) -> Callable[[], Replaced]:
        """One commit for all of them, none if nothing differs. The folder's writer is kept until the rest is done."""
        batch = {article.id: article for article in articles}
        if not batch:
            return lambda: Replaced(0, 0)
        self.folder.make()
        digests = {key: article.digest for key, article in batch.items()}
        if not self.changed(digests):
            return lambda: Replaced(0, 0)
        with ExitStack() as begun:
            writer = begun.enter_context(self.folder.writer())
            changed = self.changed(digests)
            self.folder.note(changed)
            for key in changed:
                writer.delete_documents_by_term("article", key)
                for document in documents(batch[key], self.compiler.layout):
                    writer.add_document(document)
            rest = begun.pop_all()

        def finish() -> Replaced:
            rest.close()
            updated = sum(changed.values())
            return Replaced(added=len(changed) - updated, updated=updated)

        return finish

    def changed(self, digests: Mapping[str, str]) -> dict[str, bool]:
        """The articles to be written, and whether they were there before."""
        with translated(self.folder.path, "searched"):
            kept = articles_kept(self.folder.searcher(), self.compiler, digests)
        return {key: key in kept for key, new in digests.items() if key not in kept or kept[key].digest != new}

    def delete(self, article_id: str) -> None:
        with self.folder.writer() as writer:
            if not articles_kept(self.folder.searcher(), self.compiler, [article_id]):
                raise NotFound(f"there is no article {article_id!r}")
            self.folder.note([article_id])
            writer.delete_documents_by_term("article", article_id)
