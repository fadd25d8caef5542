"""How an engine speaks to its indices: they are there first, and nothing that the client raises leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from elasticsearch import Elasticsearch

from search.elastic.client.address import Address
from search.elastic.client.connection import speaking
from search.elastic.client.faults import IndexGone
from search.elastic.index.aliases import Indices, Names
from search.elastic.index.generation import Generation


@dataclass(frozen=True, slots=True)
class Access:
    address: Address
    client: Elasticsearch
    indices: Indices
    written: Generation

    @contextmanager
    def reading(self, *, make: bool = False) -> Iterator[Names]:
        """Our exceptions only, and indices that are there: they are made by the first call that finds the server."""
        try:
            with speaking(self.address):
                yield self.indices.ensure(make=make)
        except IndexGone:
            self.indices.forget()
            raise

    @contextmanager
    def writing(self, *, make: bool = False) -> Iterator[Names]:
        """Whatever becomes of it, something may be written then."""
        try:
            with self.reading(make=make) as names:
                yield names
        finally:
            self.written.drop()
