from api.pages.filters import filters, words_and_filters
from schemas.dates import PartialDate
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Act, Kind

QUERY = StatementQuery(
    q="grain",
    country=("UA", "RU"),
    source=("harbour-post", "gone"),
    kind=(Kind.MIXED,),
    act=(Act.DENY,),
    date_from=PartialDate(2023, 7),
    date_to=PartialDate(2024),
    dates=Dates.SAID,
    sort=Sort.OLDEST,
    cursor="abc",
)
NAMES = {"harbour-post": "Harbour Post"}


def test_filters_are_told_in_words() -> None:
    assert [(each.label, each.value) for each in filters(QUERY, NAMES)] == [
        ("Country", "Ukraine"),
        ("Country", "Russia"),
        ("Source", "Harbour Post"),
        ("Source", "gone"),
        ("Wording", "Partly quoted"),
        ("Act", "Denies"),
        ("Said from", "July 2023"),
        ("Said to", "2024"),
    ]


def test_without_one_all_others_are_kept_from_the_first_page() -> None:
    ukraine, _, _, _, kind, *_ = filters(QUERY, NAMES)
    assert ukraine.without.country == ("RU",)
    assert (kind.without.kind, kind.without.act, kind.without.q) == ((), (Act.DENY,), "grain")
    assert {each.without.cursor for each in filters(QUERY, NAMES)} == {None}


def test_alone_it_has_no_other_but_means_the_same() -> None:
    *_, last = filters(QUERY, NAMES)
    assert last.alone == StatementQuery(date_to=PartialDate(2024), dates=Dates.SAID, sort=Sort.OLDEST)


def test_words_count_as_one_more_filter() -> None:
    first, *others = words_and_filters(QUERY, NAMES)
    assert (first.value, first.without.q, first.without.country) == ("grain", "", ("UA", "RU"))
    assert first.alone == StatementQuery(q="grain", sort=Sort.OLDEST)
    assert others == list(filters(QUERY, NAMES))
    assert list(words_and_filters(StatementQuery(q=" "), {})) == []
