"""The same search in other forms: to take away, to follow, and for programs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.queries.addresses import address
from schemas.query import DEFAULT_LIMIT, StatementQuery


@dataclass(frozen=True, slots=True)
class ExportLinks:
    """Addresses. `json` is the page that is shown; all others begin at the first result and hold as many as there are.

    A feed shows the newest first, unless the search has an order of its own.
    """

    json: str
    csv: str
    ndjson: str
    atom: str

    @classmethod
    def of(cls, query: StatementQuery) -> ExportLinks:
        whole = replace(query, limit=DEFAULT_LIMIT, cursor=None)
        return cls(
            json=address("statements.statements", query),
            csv=address("exports.as_csv", whole),
            ndjson=address("exports.as_lines", whole),
            atom=address("feed.as_feed", whole),
        )
