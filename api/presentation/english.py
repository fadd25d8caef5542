"""How codes and dates read in English."""

from __future__ import annotations

import calendar
from collections.abc import Mapping

from schemas.article import Article
from schemas.copies import ArticleCopy, Likeness
from schemas.dates.partial_dates import PartialDate
from schemas.fields import FILTERS, Field, Value
from schemas.geography.countries import country_names
from schemas.languages import language_names
from schemas.page import Relation, Total
from schemas.query import Interval, Sort
from schemas.statement import Act, Basis, Kind

KINDS = {Kind.DIRECT: "Quoted", Kind.MIXED: "Partly quoted", Kind.INDIRECT: "Reported"}
KINDS_EXPLAINED = {
    Kind.DIRECT: "the speaker's own words, in quotation marks",
    Kind.MIXED: "reported, with some of the speaker's own words",
    Kind.INDIRECT: "reported in the words of the outlet",
}
ACTS = {
    Act.ASSERT: "Asserts",
    Act.DENY: "Denies",
    Act.ACCUSE: "Accuses",
    Act.DEMAND: "Demands",
    Act.PROMISE: "Promises",
    Act.WARN: "Warns",
    Act.PRAISE: "Praises",
    Act.CONDEMN: "Condemns",
    Act.ASK: "Asks",
    Act.ANNOUNCE: "Announces",
}
BASES = {
    Basis.NAME: "Name",
    Basis.SURNAME: "Surname",
    Basis.OFFICE: "Office",
    Basis.STATE: "State or capital",
    Basis.PRONOUN: "Pronoun",
    Basis.CONTINUED: "Words before",
    Basis.LABEL: "Label",
    Basis.COMMITMENT: "Promise",
    Basis.ISSUER: "Issuer",
}
INFERRED = {
    Basis.PRONOUN: "The text has a pronoun here: who is meant is inferred",
    Basis.CONTINUED: "The text names nobody here: the words go on from what was said before",
    Basis.COMMITMENT: "The text gives this office no country: it is inferred from the promise",
}
BASES_EXPLAINED = {
    Basis.OFFICE: "such as “the minister”",
    Basis.PRONOUN: "inferred",
    Basis.CONTINUED: "inferred",
    Basis.COMMITMENT: "country inferred",
    Basis.LABEL: "of an interview",
    Basis.ISSUER: "of a release",
}
EXPLAINED: Mapping[str, str] = {
    str(value): text for value, text in (*KINDS_EXPLAINED.items(), *BASES_EXPLAINED.items())
}
CHOICES: Mapping[str, str] = {str(value): text for value, text in (*KINDS.items(), *ACTS.items(), *BASES.items())}
INTERVALS = {Interval.DAY: "Day", Interval.WEEK: "Week", Interval.MONTH: "Month", Interval.YEAR: "Year"}
SUGGESTIONS = {"country": "Armenia, in any role", "speaker_country": "Armenia, UK or EU", "about": "Armenia, America"}
SORTS = {Sort.RELEVANCE: "Best match", Sort.NEWEST: "Newest", Sort.OLDEST: "Oldest"}


def day(when: PartialDate) -> str:
    """15 July 2023, July 2023 or 2023: as much as is known."""
    parts = (str(when.day) if when.day else "", calendar.month_name[when.month] if when.month else "", str(when.year))
    return " ".join(filter(None, parts))


def mark(when: PartialDate) -> str:
    """15 Jul 2023, Jul 2023 or 2023."""
    parts = (str(when.day) if when.day else "", calendar.month_abbr[when.month] if when.month else "", str(when.year))
    return " ".join(filter(None, parts))


def per_cent(value: float) -> str:
    """32 %, 7.5 % or 0.04 %: two digits that count."""
    return f"{value:.0f} %" if value >= 10 else f"{value:.2g} %"


def amount(total: Total, what: str = "statement") -> str:
    """45 statements, 1 statement, 10,000+ statements or about 12,000 statements."""
    about = "about " if total.relation is Relation.ABOUT else ""
    more = "+" if total.relation is Relation.AT_LEAST else ""
    return f"{about}{total.value:,}{more} {what}{'' if total.value == 1 else 's'}"


def country(code: str) -> str:
    return country_names().get(code, code)


def language(code: str) -> str:
    return language_names().get(code, code)


def choice(value: str) -> str:
    """A member of an enumeration."""
    return CHOICES.get(value, value.capitalize())


def asked_for(first: PartialDate | None, last: PartialDate | None) -> str:
    """What to write for all days from the first to the last date: "June 2023 to August 2023", "since 2022"."""
    ends = [written(date) for date in (first, last) if date]
    if first and last:
        return ends[0] if first == last else " to ".join(ends)
    return f"{'since' if first else 'until'} {ends[0]}" if ends else ""


def written(date: PartialDate) -> str:
    return day(date) if date.year >= 1000 else str(date)


def suggestion(field: Field) -> str:
    """What one might write into its box."""
    match field.value:
        case Value.COUNTRY:
            return SUGGESTIONS.get(field.name, "Armenia")
        case Value.TERRITORY:
            return "Transnistria"
        case Value.NAME | Value.BODY:
            return "part of a name"
        case Value.SOURCE:
            return "name of an outlet"
        case Value.CHOICE | Value.DATE | Value.IDENTITY:
            return ""


def facet_value(facet: str, value: str, label: str) -> str:
    return choice(value) if FILTERS[facet].value is Value.CHOICE else label


def likeness(copy: ArticleCopy, article: Article) -> str:
    """How a copy is like an article: "the same text", "85 % in common", "a later version"."""
    match copy.likeness:
        case Likeness.SAME:
            return "the same text"
        case Likeness.NEAR:
            return f"{per_cent(100 * copy.share)} in common"
        case Likeness.VERSION:
            this, other = article.published_on, copy.article.published_on
            if this and other and this.last_day < other.first_day:
                return "a later version"
            if this and other and other.last_day < this.first_day:
                return "an earlier version"
            return "another version"
