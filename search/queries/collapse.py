"""Folding copies: statements of one fingerprint, or articles of one text, are one result, the first of those that the
query finds.

Elasticsearch folds by itself only where no page follows, and tantivy not at all. So both engines do it alike: take
results in order, ask once for all copies of each that match, and keep a result if no copy of it stands before it. That
needs no memory of the pages before, and holds at any depth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from schemas.statement import ArticleHead, Carried, CarriedArticle, Copy

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
    """A match among its copies. `place` orders as the results are ordered; `id` is the statement's or the article's."""

    fingerprint: str
    place: Place
    id: str
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class Group:
    """All copies that a query finds, in the order of the results: the first is the result that stands for them."""

    members: Sequence[Member]

    @property
    def outlets(self) -> int:
        named = {member.article.source.id for member in self.members if member.article.source}
        return len(named) + sum(member.article.source is None for member in self.members)

    @property
    def others(self) -> Sequence[Member]:
        """Those that are named beside the result."""
        return sorted(self.members[1:], key=published)[:SHOWN]

    @property
    def carried(self) -> Carried:
        """Of statements."""
        copies = tuple(Copy(member.id, member.article) for member in self.others)
        return Carried(len(self.members), self.outlets, copies)

    @property
    def carried_article(self) -> CarriedArticle:
        """Of articles."""
        return CarriedArticle(len(self.members), self.outlets, tuple(member.article for member in self.others))


def folded(
    batches: Iterable[Sequence[Found]], members: Callable[[Sequence[str]], Iterable[Member]]
) -> Iterator[tuple[Found, Group]]:
    """Of the results those that stand first among their copies. `members` gives all copies that the query finds."""
    for batch in batches:
        found = groups(members(list(dict.fromkeys(result.fingerprint for result in batch))))
        for result in batch:
            group = found.get(result.fingerprint)
            if group and group.members[0].id == result.id:
                yield result, group


def groups(members: Iterable[Member]) -> Mapping[str, Group]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        found[member.fingerprint].append(member)
    return {each: Group(sorted(group, key=lambda member: member.place)) for each, group in found.items()}


def published(member: Member) -> tuple[bool, int, str]:
    """By date of publication, unknown ones last."""
    day = member.article.published_on
    return day is None, day.first_day.toordinal() if day else 0, member.id
