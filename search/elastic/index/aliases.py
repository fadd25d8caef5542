"""Our two indices: versioned ones behind aliases, so that a rebuilt index can take the place of an old one at once."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from search.elastic.client.faults import error_type
from search.elastic.index.mapping import ARTICLES, MAPPING_VERSION, SETTINGS, STATEMENTS
from search.errors import IncompatibleIndex, NoIndex

FIRST = "-000001"
START_TIMEOUT = "5s"
Described = Mapping[str, Mapping[str, Any]]  # indices by name, as Elasticsearch tells of them
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
                    self.look(make=make or self.makes)
                    self.checked = True
        return self.names

    def look(self, *, make: bool) -> None:
        mappings = {self.names.articles: ARTICLES, self.names.statements: STATEMENTS}
        found = behind(self.client, list(mappings))
        if not (make or found[self.names.articles]):
            raise NoIndex(f"there is no index {self.names.articles} on Elasticsearch: `demarche index` makes one")
        for alias, indices in found.items():
            if not indices:
                create(self.client, alias + FIRST, alias, mappings[alias], SETTINGS)
                indices = behind(self.client, [alias])[alias]
            primaries = check(alias, indices)
            # An index that another process made a moment ago is there before its shards are, and is called healthy even
            # so.
            self.client.cluster.health(index=alias, wait_for_active_shards=primaries, timeout=START_TIMEOUT)

    def forget(self) -> None:
        """Look again before the next call, since an index that was there is gone."""
        self.checked = False


def behind(client: Elasticsearch, aliases: Sequence[str]) -> dict[str, Described]:
    """The indices that each of the aliases leads to, or that have its name."""
    found = client.indices.get(index=aliases, ignore_unavailable=True)
    return {
        alias: {index: told for index, told in found.items() if alias in told["aliases"] or index == alias}
        for alias in aliases
    }


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


def check(alias: str, indices: Described) -> int:
    """The number of primary shards."""
    if not indices:
        raise IncompatibleIndex(f"there is an index {alias}{FIRST}, but no alias {alias} that leads to it")
    for index, described in indices.items():
        version = version_of(described)
        if version is None or index == alias:
            raise IncompatibleIndex(f"{index} on Elasticsearch is no index that Demarche made: choose another ?index=")
        if version != MAPPING_VERSION:
            raise IncompatibleIndex(
                f"{index} on Elasticsearch has mapping {version}, this version of Demarche needs {MAPPING_VERSION}: "
                "`demarche rebuild` makes it so"
            )
    return sum(int(described["settings"]["index"]["number_of_shards"]) for described in indices.values())
