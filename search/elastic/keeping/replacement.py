"""New indices beside the old ones, and how they take their place: aliases, the block on writing, and what is left.

Each rebuild writes through aliases that no other knows, and whoever takes an index away from one takes its alias first,
without which it can't be put to use: so no index is removed that is in use.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from search.elastic.index.aliases import Names, create, mapping_version, ours
from search.elastic.index.mapping import ARTICLES, MAPPING_VERSION, SETTINGS, STATEMENTS
from search.errors import IncompatibleIndex
from search.queries.ranked_pages import KEPT_SECONDS

NUMBER = re.compile(r"-(\d{6})$")
LOOK_EVERY = 1.0  # second, for searches that still use the old index
KEPT_SETTINGS = ("number_of_shards", "number_of_replicas", "auto_expand_replicas")  # as an operator may have set them

REBUILDING = "rebuilding"


@dataclass(frozen=True, slots=True)
class Pair:
    """The index of statements and the index of articles behind two aliases."""

    statements: str
    articles: str

    @classmethod
    def behind(cls, client: Elasticsearch, names: Names) -> Pair:
        """IncompatibleIndex where there is no such pair of ours."""
        found = {}
        for part in ("statements", "articles"):
            alias = getattr(names, part)
            try:
                behind = sorted(client.indices.get_alias(name=alias))
                (index,) = behind
            except NotFoundError:
                raise IncompatibleIndex(f"there is no index behind the alias {alias} to be rebuilt") from None
            except ValueError:
                several = ", ".join(behind)
                raise IncompatibleIndex(f"the alias {alias} leads to several indices ({several}), not to one") from None
            found[part] = index
        return cls(**found)

    @property
    def both(self) -> Sequence[str]:
        return [self.statements, self.articles]


class Replacement:
    """Of the indices behind `names`; `fresh` are the aliases of this rebuild alone."""

    def __init__(self, client: Elasticsearch, prefix: str):
        self.client = client
        self.names = Names.of(prefix)
        self.fresh = Names.of(f"{prefix}-{REBUILDING}-{uuid.uuid4().hex[:8]}")
        self.old = Pair.behind(client, self.names)

    def is_outdated(self) -> bool:
        """Whether another version of Demarche made the old ones."""
        return any(mapping_version(self.client, index) != MAPPING_VERSION for index in self.old.both)

    def create(self) -> Pair:
        made = {}
        for part, mappings in (("statements", STATEMENTS), ("articles", ARTICLES)):
            old, alias = getattr(self.old, part), getattr(self.names, part)
            new = f"{alias}-{max(map(number, [old, *ours(self.client, alias)])) + 1:06d}"
            told = self.client.indices.get_settings(index=old)[old]["settings"]["index"]
            kept = {name: told[name] for name in KEPT_SETTINGS if name in told}
            create(self.client, new, getattr(self.fresh, part), mappings, {**SETTINGS, **kept})
            made[part] = new
        return Pair(**made)

    def block(self, *, on: bool) -> None:
        if on:  # it returns when every write that had begun is done
            self.client.indices.add_block(index=self.old.both, block="write")
        else:
            unblocked = {"index.blocks.write": None}
            self.client.indices.put_settings(index=self.old.both, settings=unblocked, ignore_unavailable=True)

    def swap(self, new: Pair) -> None:
        """In one request, so that no search finds half of it."""
        actions: list[dict[str, Any]] = []
        for part in ("statements", "articles"):
            alias, fresh = getattr(self.names, part), getattr(self.fresh, part)
            actions += [
                without(getattr(self.old, part), alias),
                without(getattr(new, part), fresh),
                {"add": {"index": getattr(new, part), "alias": alias, "is_write_index": True}},
            ]
        self.client.indices.update_aliases(actions=actions)

    def retire(self) -> None:
        """Delete the old indices when no search uses them any more: exports, and pages by relevance.

        Views, which could go on without, are waited for too: the server counts all that is open in one number.
        """
        deadline = time.monotonic() + KEPT_SECONDS
        with suppress(NotFoundError):  # which the next rebuild removed
            while self.in_use(self.old.both) and time.monotonic() < deadline:
                time.sleep(LOOK_EVERY)
        self.client.indices.delete(index=self.old.both, ignore_unavailable=True)

    def in_use(self, indices: Sequence[str]) -> bool:
        stats = self.client.indices.stats(index=indices, metric="search")
        return bool(stats["_all"]["total"]["search"]["open_contexts"])

    def clear(self) -> None:
        """Remove what is behind no alias but a rebuild's: what one that was cut off, or did not wait, has left."""
        for alias in (self.names.statements, self.names.articles):
            for index, aliases in ours(self.client, alias).items():
                if all(f"-{REBUILDING}-" in each for each in aliases):
                    self.remove(index, aliases)

    def give_up(self) -> None:
        """Leave nothing behind, as far as the server lets us; the next rebuild removes the rest."""
        with suppress(ApiError, TransportError):
            self.block(on=False)
            for alias in (self.names.statements, self.names.articles):
                for index, aliases in ours(self.client, alias).items():
                    if set(aliases) & {self.fresh.statements, self.fresh.articles}:
                        self.remove(index, aliases)

    def remove(self, index: str, aliases: Iterable[str]) -> None:
        """Unless it was put to use a moment ago, which takes away its rebuild's alias."""
        for alias in aliases:
            try:
                self.client.indices.update_aliases(actions=[without(index, alias)])
            except NotFoundError:
                return
        self.client.indices.delete(index=index, ignore_unavailable=True)


def without(index: str, alias: str) -> dict[str, Any]:
    """That the alias leads no longer to the index; the whole request fails where it did not."""
    return {"remove": {"index": index, "alias": alias, "must_exist": True}}


def number(index: str) -> int:
    found = NUMBER.search(index)
    return int(found[1]) if found else 0
