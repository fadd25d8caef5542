import pytest

from api.page.search.filters import filters, words_and_filters
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Act, Kind

QUERY = StatementQuery(
    q="grain",
    filters=Filters(country=("UA", "RU"), source=("harbour-post", "gone"), kind=(Kind.MIXED,), act=(Act.DENY,)),
    date_from=PartialDate(2023, 7),
    date_to=PartialDate(2024),
    dates=Dates.SAID,
    sort=Sort.OLDEST,
    cursor="abc",
)
NAMES = {"source": {"harbour-post": "Harbour Post"}}


def test_filters_are_told_in_words() -> None:
    assert [(each.label, each.value) for each in filters(QUERY, NAMES)] == [
        ("Country", "Ukraine"),
        ("Country", "Russia"),
        ("Source", "Harbour Post"),
        ("Source", "gone"),
        ("Wording", "Partly quoted"),
        ("Act", "Denies"),
        ("Said", "July 2023 to 2024"),
    ]


def test_titles_tell_dates_as_what_they_are() -> None:
    since = StatementQuery(filters=Filters(country=("UA",)), date_from=PartialDate(2022))
    assert [each.told for each in filters(since, {})] == ["Ukraine", "published from 2022"]


def test_without_one_all_others_are_kept_from_the_first_page() -> None:
    ukraine, _, _, _, kind, _, dates = filters(QUERY, NAMES)
    assert ukraine.without.filters["country"] == ("RU",)
    assert (kind.without.filters, kind.without.q) == (QUERY.filters.replace(kind=()), "grain")
    assert (dates.without.date_from, dates.without.date_to, dates.without.q) == (None, None, "grain")
    assert {each.without.cursor for each in filters(QUERY, NAMES)} == {None}


def test_alone_it_has_no_other_but_means_the_same() -> None:
    *_, last = filters(QUERY, NAMES)
    assert last.alone == StatementQuery(
        date_from=PartialDate(2023, 7), date_to=PartialDate(2024), dates=Dates.SAID, sort=Sort.OLDEST
    )


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (PartialDate(2023, 7), None, ("Published from", "July 2023")),
        (None, PartialDate(2023, 7, 2), ("Published to", "2 July 2023")),
        (PartialDate(2023, 7), PartialDate(2023, 7), ("Published", "July 2023")),
    ],
)
def test_dates_are_one_filter(first: PartialDate | None, last: PartialDate | None, told: tuple[str, str]) -> None:
    (found,) = filters(StatementQuery(date_from=first, date_to=last), {})
    assert (found.label, found.value) == told


def test_words_count_as_one_more_filter() -> None:
    first, *others = words_and_filters(QUERY, NAMES)
    assert (first.value, first.without.q, first.without.filters["country"]) == ("grain", "", ("UA", "RU"))
    assert first.alone == StatementQuery(q="grain", sort=Sort.OLDEST)
    assert others == list(filters(QUERY, NAMES))
    assert list(words_and_filters(StatementQuery(q=" "), {})) == []
