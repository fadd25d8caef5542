"""Where the next page begins, as an opaque text bound to the query it came from.

A cursor holds the sort values of the last result, so a page begins after it however deep it is and whatever was
written meanwhile; by relevance more is needed (search/queries/ranked_pages.py). It is no secret, and a made-up one
could only choose another place to begin; the digest is there so that garbage, and a cursor of another query, are
refused rather than answered with a page that means nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import replace

import orjson

from schemas.query import ArticleQuery, StatementQuery
from search.errors import QueryError

DIGEST_BYTES = 9
MAX_LENGTH = 3000  # of a page of a hundred by relevance, with the longest pin
LARGEST = 2**63 - 1  # of a sort key

AnyQuery = StatementQuery | ArticleQuery
CursorValue = int | float | str | None


def encode(query: AnyQuery, after: Sequence[CursorValue]) -> str:
    """`after` are the sort values of the page's last result, of whatever meaning to the engine that made them."""
    payload = orjson.dumps(list(after))
    return base64.urlsafe_b64encode(digest(query, payload) + payload).decode("ascii").rstrip("=")


def decode(query: AnyQuery, *shapes: Sequence[type]) -> list[CursorValue] | None:
    """The values that `encode` was given, None where the query has no cursor; QueryError for a cursor not its own.

    `shapes` are the types that the values may have, so that a cursor of the other engine is refused too.
    """
    if query.cursor is None:
        return None
    try:
        padded = query.cursor.encode("ascii") + b"=" * (-len(query.cursor) % 4)
        raw = base64.b64decode(padded[: MAX_LENGTH + 1], altchars=b"-_", validate=True)
        signed, payload = raw[:DIGEST_BYTES], raw[DIGEST_BYTES:]
        after = orjson.loads(payload)
    except (UnicodeEncodeError, binascii.Error, orjson.JSONDecodeError):
        raise unreadable() from None
    if signed != digest(query, payload):
        raise unreadable("this cursor belongs to another query, or was changed")
    if not isinstance(after, list) or not any(fits(after, shape) for shape in shapes):
        raise unreadable("this cursor was made by another engine")
    return after


def fits(values: Sequence[object], shape: Sequence[type]) -> bool:
    return len(values) == len(shape) and all(map(is_value, values, shape))


def is_value(value: object, kind: type) -> bool:
    return isinstance(value, kind) and (not isinstance(value, int) or 0 <= value <= LARGEST)


def digest(query: AnyQuery, payload: bytes) -> bytes:
    """Of all that decides which results there are and in which order; `limit` may change from page to page."""
    asked = repr(replace(query, cursor=None, limit=1, sort=query.order))
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass") + b"\0" + payload).digest()[:DIGEST_BYTES]


def unreadable(detail: str = "this is no cursor") -> QueryError:
    hint = "take `next` of the page before, with the same query, or leave the cursor out to begin anew"
    return QueryError("bad-cursor", detail, "cursor", hint=hint)
