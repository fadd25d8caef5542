"""What can be asked: the one shape behind API, page, feed and export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.dates import PartialDate
from schemas.statement import Act, Kind

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


class Facet(StrEnum):
    """What results can be counted by. `country` is any role: mentioned in the statement or spoken for."""

    COUNTRY = "country"
    SPEAKER_COUNTRY = "speaker_country"
    ABOUT = "about"
    SPEAKER = "speaker"
    ORGANISATION = "organisation"
    SOURCE = "source"
    KIND = "kind"
    ACT = "act"


class Interval(StrEnum):
    """What a timeline counts by; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """All filters must hold; within one filter any of its values will do.

    `country` is a country in any role, `speaker_country` one that the speaker speaks for, `about` one that the
    statement mentions (ISO 3166-1 alpha-2). `speaker` holds names whose words must all be in the speaker's name
    ("lavrov"), `organisation` likewise. `source` holds source ids. Dates filter by overlap: a statement of "2023-07" is
    found by 2023-07-15. `sort` None is relevance where there are words to rank by, newest else. `cursor` is a `next` of
    an earlier page. With `collapse`, statements of one fingerprint are one result: the first of them in this order.
    """

    q: str = ""
    country: tuple[str, ...] = ()
    speaker_country: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    act: tuple[Act, ...] = ()
    date_from: PartialDate | None = None
    date_to: PartialDate | None = None
    dates: Dates = Dates.PUBLISHED
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

    `q` is in the query language and looks in titles, and in the texts of articles that are not split. `country` holds
    those mentioned (ISO 3166-1 alpha-2), `source` source ids. Dates are those of publication and filter by overlap.
    `sort` is newest or oldest. With `collapse`, articles of one text are one result: the first of them in this order.
    """

    q: str = ""
    country: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
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
