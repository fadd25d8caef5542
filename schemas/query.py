"""What can be asked: the one shape behind API, page, feed and export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.dates import PartialDate
from schemas.statement import Kind

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


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
    SOURCE = "source"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """All filters must hold; within one filter any of its values will do.

    `country` is a country in any role, `speaker_country` one that the speaker speaks for, `about` one that the
    statement mentions (ISO 3166-1 alpha-2). `speaker` holds names whose words must all be in the speaker's name
    ("lavrov"). `source` holds source ids. Dates filter by overlap: a statement of "2023-07" is found by 2023-07-15.
    `sort` None is relevance where there are words to rank by, newest else. `cursor` is a `next` of an earlier page.
    """

    q: str = ""
    country: tuple[str, ...] = ()
    speaker_country: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    date_from: PartialDate | None = None
    date_to: PartialDate | None = None
    dates: Dates = Dates.PUBLISHED
    sort: Sort | None = None
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    @property
    def order(self) -> Sort:
        """The sort in force."""
        return self.sort or (Sort.RELEVANCE if self.q.strip() else Sort.NEWEST)
