"""Our two indices: versioned ones behind aliases, so that a rebuilt index can take the place of an old one at once."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch, NotFoundError, UnsupportedProductError

from search.elastic.client.faults import error_type, says_elasticsearch
from search.elastic.index.mapping import ARTICLES, MAPPING_VERSION, SETTINGS, STATEMENTS
from search.errors import IncompatibleIndex, NoIndex

FIRST = "-000001"
START_TIMEOUT = "5s"
SOMETHING_THERE = ("resource_already_exists_exception", "invalid_alias_name_exception")  # `check` says what it is


@dataclass(frozen=True, slots=True)
class Names:
    """The aliases, which are all that reading and writing ever name."""

    statements: str
    articles: str

    @classmethod
    def of(cls, prefix: str) -> Names:
        return cls(f"{prefix}-statements", f"{prefix}-articles")


class Indices:
    """Makes what is missing, refuses what does not fit; asks the server once, and again after `forget`."""

    def __init__(self, client: Elasticsearch, prefix: str, *, make: bool = True):
        self.names = Names.of(prefix)
        self.makes = make
        self.client = client
        self.checked = False
        self.lock = threading.Lock()

    def ensure(self, *, make: bool = False) -> Names:
        """NoIndex where there is none and neither this call nor who opened the engine wants one made.

        IncompatibleIndex where the aliases lead to something that another version made, or somebody else.
        """
        if not self.checked:
            with self.lock:
                if not self.checked:
                    if not (make or self.makes or is_there(self.client, self.names.articles)):
                        raise NoIndex(
                            f"there is no index {self.names.articles} on Elasticsearch: `demarche index` makes one"
                        )
                    ensure_index(self.client, self.names.articles, ARTICLES)
                    ensure_index(self.client, self.names.statements, STATEMENTS)
                    self.checked = True
        return self.names

    def forget(self) -> None:
        """Look again before the next call, since an index that was there is gone."""
        self.checked = False


def is_there(client: Elasticsearch, alias: str) -> bool:
    """The client takes any server's 404 for a no; UnsupportedProductError where it is none of Elasticsearch's."""
    answer = client.indices.exists_alias(name=alias)
    if not answer and not says_elasticsearch(answer.meta.headers):
        raise UnsupportedProductError("404 by something else", answer.meta, None)
    return bool(answer)


def ensure_index(client: Elasticsearch, alias: str, mappings: Mapping[str, Any]) -> None:
    if not is_there(client, alias):
        create(client, alias + FIRST, alias, mappings, SETTINGS)
    primaries = check(client, alias)
    # An index that another process made a moment ago is there before its shards are, and is called healthy even so.
    client.cluster.health(index=alias, wait_for_active_shards=primaries, timeout=START_TIMEOUT)


def create(
    client: Elasticsearch, index: str, alias: str, mappings: Mapping[str, Any], settings: Mapping[str, Any]
) -> None:
    """One request makes index and alias, so of two processes one succeeds and the other finds all done."""
    aliases = {alias: {"is_write_index": True}}
    try:
        client.indices.create(index=index, aliases=aliases, mappings=mappings, settings=settings)
    except BadRequestError as error:
        if error_type(error) not in SOMETHING_THERE:
            raise


def ours(client: Elasticsearch, alias: str) -> dict[str, list[str]]:
    """The indices that were made for this alias, whether it leads to them now or not, each with its aliases."""
    found = client.indices.get(index=f"{alias}-*", expand_wildcards="all", features="mappings,aliases")
    numbered = re.compile(re.escape(alias) + r"-\d{6}")  # others may have a name that only begins like ours
    return {
        index: list(described["aliases"])
        for index, described in found.items()
        if numbered.fullmatch(index) and version_of(described) is not None
    }


def mapping_version(client: Elasticsearch, index: str) -> str | None:
    """None of what is no index of ours."""
    return version_of(client.indices.get(index=index)[index])


def version_of(described: Mapping[str, Any]) -> str | None:
    version: str | None = described["mappings"].get("_meta", {}).get("demarche_mapping")
    return version


def check(client: Elasticsearch, alias: str) -> int:
    """The number of primary shards."""
    try:
        found = client.indices.get(index=alias)
    except NotFoundError:
        raise IncompatibleIndex(f"there is an index {alias}{FIRST}, but no alias {alias} that leads to it") from None
    for index, described in found.items():
        version = version_of(described)
        if version is None or index == alias:
            raise IncompatibleIndex(f"{index} on Elasticsearch is no index that Demarche made: choose another ?index=")
        if version != MAPPING_VERSION:
            raise IncompatibleIndex(
                f"{index} on Elasticsearch has mapping {version}, this version of Demarche needs {MAPPING_VERSION}: "
                "`demarche rebuild` makes it so"
            )
    return sum(int(described["settings"]["index"]["number_of_shards"]) for described in found.values())
