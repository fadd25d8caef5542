"""Folding copies: statements of one fingerprint are one result, the first of those that the query finds.

Elasticsearch folds by itself only where no page follows, and tantivy not at all. So both engines do it alike: take
results in order, ask once for all copies of each that match, and keep a result if no copy of it stands before it. That
needs no memory of the pages before, and holds at any depth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from schemas.statement import ArticleHead, Carried, Copy

SHOWN = 10  # copies named with a result
EXACT_BELOW = 10_000  # matches, of which the groups are counted one by one; beyond, their number is an estimate

Place = tuple[float | int | str, ...]


class Result(Protocol):
    """What an engine found, in its order."""

    @property
    def id(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...


Found = TypeVar("Found", bound=Result)


@dataclass(frozen=True, slots=True)
class Member:
    """A match among its copies. `place` orders as the results are ordered."""

    fingerprint: str
    place: Place
    statement_id: str
    article: ArticleHead


def folded(
    batches: Iterable[Sequence[Found]], members: Callable[[Sequence[str]], Iterable[Member]]
) -> Iterator[tuple[Found, Carried]]:
    """Of the results those that stand first among their copies. `members` gives all copies that the query finds."""
    for batch in batches:
        found = groups(members(list(dict.fromkeys(result.fingerprint for result in batch))))
        for result in batch:
            group = found.get(result.fingerprint, ())
            if group and group[0].statement_id == result.id:
                yield result, carried(result.id, group)


def groups(members: Iterable[Member]) -> Mapping[str, Sequence[Member]]:
    """By fingerprint, each in the order of the results."""
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        found[member.fingerprint].append(member)
    return {fingerprint: sorted(group, key=lambda member: member.place) for fingerprint, group in found.items()}


def carried(statement_id: str, group: Sequence[Member]) -> Carried:
    outlets = {member.article.source.id for member in group if member.article.source}
    nameless = sum(member.article.source is None for member in group)
    others = sorted((member for member in group if member.statement_id != statement_id), key=published)
    copies = tuple(Copy(member.statement_id, member.article) for member in others[:SHOWN])
    return Carried(len(group), len(outlets) + nameless, copies)


def published(member: Member) -> tuple[bool, int, str]:
    """By date of publication, unknown ones last."""
    day = member.article.published_on
    return day is None, day.first_day.toordinal() if day else 0, member.statement_id
