"""What the index holds already of articles that were read, and what it would hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from indexer.extraction.version import EXTRACTOR
from indexer.inputs.result import Loaded
from indexer.interchange.statements import given_version
from search.engine import Storing, Version


@dataclass(frozen=True, slots=True)
class IndexState:
    """`articles` are as they are to be stored, by the ids that they had when they were read; `versions` are by id."""

    articles: Mapping[str, Loaded]
    versions: Mapping[str, Version]

    def version(self, loaded: Loaded) -> Version | None:
        return self.versions.get(loaded.article.id)

    def replaces(self, loaded: Loaded) -> bool:
        """Whether something else is stored under its id."""
        version = self.version(loaded)
        return version is not None and version.content_hash != loaded.article.content_hash


def look_up(engine: Storing, articles: Mapping[str, Loaded]) -> IndexState:
    """One that the index holds, just so, under the id by which it was known formerly keeps that id: else every article
    whose own id counts since would be there twice.
    """
    versions = engine.versions(possible_ids(articles.values()))
    known: dict[str, Loaded] = {}
    taken = set(articles)
    for id_, loaded in articles.items():
        former = loaded.article.former_id
        same = former in versions and versions[former].content_hash == loaded.article.content_hash
        if same and id_ not in versions and former not in taken and not loaded.untouched:
            taken.add(former)
            loaded = replace(loaded, article=replace(loaded.article, own_id=former))
        known[id_] = loaded
    return IndexState(known, versions)


def possible_ids(articles: Collection[Loaded]) -> set[str]:
    """All ids under which an index may hold them."""
    return {id_ for loaded in articles for id_ in (loaded.article.id, loaded.article.former_id)}


def expected_version(loaded: Loaded) -> Version:
    """What the index would hold of it."""
    if loaded.given is None:
        extractor = EXTRACTOR
    elif loaded.untouched:
        extractor = str(loaded.given.get("extractor"))
    else:
        extractor = given_version(loaded.given)
    return Version(loaded.article.content_hash, extractor)
