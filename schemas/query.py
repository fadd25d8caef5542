"""What can be asked: the one shape behind API, page, feed and export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.dates.partial_dates import PartialDate
from schemas.filters import NO_FILTERS, Filters

DEFAULT_LIMIT = 20
MAX_LIMIT = 100
MAX_VALUES = (
    100  # of all filters of a search: a list of what was chosen has an address for each, which holds the others
)


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Dates(StrEnum):
    """Which date `date_from` and `date_to` filter, and `newest` and `oldest` sort by."""

    SAID = "said"
    PUBLISHED = "published"


class Within(StrEnum):
    """Where the words of `q` are looked for: in what was said, by whom and under which title, or anywhere in the
    article.
    """

    STATEMENT = "statement"
    ARTICLE = "article"


class Interval(StrEnum):
    """What a timeline counts by; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """All filters must hold; within one filter any of its values will do.

    What each filter means, `schemas.fields` tells. Dates filter by overlap: a statement of "2023-07" is found by
    2023-07-15. `sort` None is relevance where there are words to rank by, newest else. `cursor` is a `next` of an
    earlier page. With `collapse`, statements of one fingerprint are one result: the first of them in this order.
    """

    q: str = ""
    filters: Filters = NO_FILTERS
    date_from: PartialDate | None = None
    date_to: PartialDate | None = None
    dates: Dates = Dates.PUBLISHED
    within: Within = Within.STATEMENT
    sort: Sort | None = None
    collapse: bool = False
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    @property
    def order(self) -> Sort:
        """The sort in force."""
        return self.sort or (Sort.RELEVANCE if self.q.strip() else Sort.NEWEST)


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Articles by what is known of them as wholes. All filters must hold; within one any of its values will do.

    `q` is in the query language and looks in titles, and in the texts of articles that are not split. `filters` are of
    the fields that articles have as wholes (`in_articles`). Dates are those of publication and filter by overlap.
    `sort` is newest or oldest. With `collapse`, articles of one text are one result: the first of them in this order.
    """

    q: str = ""
    filters: Filters = NO_FILTERS
    date_from: PartialDate | None = None
    date_to: PartialDate | None = None
    sort: Sort = Sort.NEWEST
    collapse: bool = False
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    @property
    def order(self) -> Sort:
        """The sort in force."""
        return self.sort
