"""Pages by relevance that hold still: each result once, whatever is written while somebody reads on.

Scores change with every write, so a place in the ranking means nothing a moment later. The first page is the ranking as
it is now. Whoever asks for a second one gets a view of the index pinned, in which the ranking stays, and what the first
page gave is passed over wherever it stands there. A cursor thus holds the pin, a place in its ranking, and short hashes
of what is still to be passed over: most of it stands at the top, so that the third cursor holds next to none.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.errors import QueryError
from search.queries.cursor import CursorValue, encode, unreadable

KEPT_SECONDS = 15 * 60  # for which a view stays pinned after its last use
HASH_BYTES = 5  # among a million results and a hundred given, one in ten thousand walks would miss one result


class Placed(Protocol):
    @property
    def found(self) -> FoundStatement: ...


Walked = TypeVar("Walked", bound=Placed)


def pack(names: Iterable[bytes]) -> str:
    return base64.b85encode(b"".join(sorted(names))).decode("ascii")


def unpack(packed: str) -> set[bytes]:
    """QueryError for what `pack` did not make."""
    try:
        joined = base64.b85decode(packed)
    except ValueError:
        raise unreadable() from None
    return {joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)}


def unseen(
    walk: Iterable[Walked], passed: Collection[bytes], query: StatementQuery
) -> tuple[Sequence[Walked], bool, Collection[bytes]]:
    """A page of results without those to pass over, whether more follow, and what is to be passed over among these."""
    left, after_page = set(passed), set(passed)
    shown: list[Walked] = []
    for placed in walk:
        if left and (name := hashed(placed.found, query)) in left:
            left.remove(name)
        elif len(shown) == query.limit:
            return shown, True, after_page
        else:
            shown.append(placed)
            after_page = set(left)
    return shown, False, after_page


def following(
    query: StatementQuery, shown: Iterable[Placed], pin: str, place: Sequence[CursorValue], left: Iterable[bytes]
) -> str:
    """The cursor behind a page: behind the first what it gave, behind all others the place in the pinned ranking."""
    if query.cursor is None:
        return encode(query, (pack(hashed(placed.found, query) for placed in shown),))
    return encode(query, (pin, *place, pack(left)))


def hashed(found: FoundStatement, query: StatementQuery) -> bytes:
    """Of what tells one result from another: its id, or where copies are folded, its fingerprint."""
    name = found.statement.fingerprint if query.collapse else found.statement.id
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest()


def expired() -> QueryError:
    hint = "begin anew without a cursor, or sort by newest: those cursors don't expire"
    minutes = KEPT_SECONDS // 60
    detail = f"this cursor was not used for {minutes} minutes, and by relevance that is as long as it holds"
    return QueryError("expired-cursor", detail, "cursor", hint=hint)
