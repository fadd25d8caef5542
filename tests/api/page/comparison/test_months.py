"""Month by month: the newest first, empty ones once, counts as the search finds them, and each statement once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from api.page.comparison.months import MOST_MONTHS, MOST_STATEMENTS, Gap, Month, Months, by_month
from api.page.comparison.months import months as of_timelines
from api.page.comparison.parties import Party
from schemas.dates.partial_dates import PartialDate
from schemas.query import StatementQuery
from schemas.statement import SplitArticle
from search.engine import Engine, View
from search.opening import open_engine
from tests.api.corpus import said, split

LOWLAND, HIGHLAND = Party("NL", "Netherlands", "Netherlands"), Party("CH", "Switzerland", "Switzerland")


def article(published: str, *codes: str, lines: int = 1) -> SplitArticle:
    """Of each country as many lines; with both codes in one text, each line is said for both."""
    texts = [f"Envoy {code} said that dike {line} of {published} holds." for code in codes for line in range(lines)]
    for_whom = [tuple(code.split("+")) for code in codes for _ in range(lines)]
    lines_said = [
        said(text, by=text[: text.index(" said")], speaks_for=each) for text, each in zip(texts, for_whom, strict=True)
    ]
    return split("\n".join(texts), *lines_said, title=f"Dikes of {published} {codes}", published=published)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('months') / 'index'}") as engine:
        engine.replace(
            [
                article("2023-01-05", "NL", "CH"),
                article("2023-02", "CH", lines=3),
                article("2023-06-30", "NL+CH"),
                article("2023", "NL"),
            ]
        )
        yield engine.newest()


def months(view: View, query: StatementQuery, parties: Sequence[Party], until: PartialDate | None) -> Months:
    return of_timelines(view, query, parties, by_month(view, query, parties), until)


def shown(found: Months) -> list[str]:
    """Each row as its time and what each party has: shown/total."""
    return [
        f"{row.first}..{row.last}"
        if isinstance(row, Gap)
        else f"{row.month} {' '.join(f'{len(each.shown)}/{each.total.value}' if each else '-' for each in row.said)}"
        for row in found.rows
    ]


def test_months_come_the_newest_first_and_empty_ones_once(view: View) -> None:
    found = months(view, StatementQuery(), (HIGHLAND, LOWLAND), None)
    assert shown(found) == ["2023-06 1/1 0/2", "2023-03..2023-05", "2023-02 3/3 -", "2023-01 1/1 1/2"]
    assert (found.earlier, found.undated) == (None, [0, 1])


def test_a_count_is_what_its_search_finds(view: View) -> None:
    found = months(view, StatementQuery(), (LOWLAND, HIGHLAND), None)
    answers = [each for row in found.rows if isinstance(row, Month) for each in row.said if each]
    assert answers
    for each in answers:
        assert view.count(each.query) == each.total
    assert [each.vague for each in answers] == [1, 0, 0, 1, 0]  # that of 2023 may be of any of its months


def test_a_statement_for_both_stands_once(view: View) -> None:
    june = months(view, StatementQuery(), (LOWLAND, HIGHLAND), None).rows[0]
    assert isinstance(june, Month)
    assert [(len(each.shown), each.beside) for each in june.said if each] == [(1, 0), (0, 1)]


def test_the_querys_own_dates_and_words_hold(view: View) -> None:
    query = StatementQuery(q="dike", date_from=PartialDate(2023, 1, 3), date_to=PartialDate(2023, 2, 10))
    found = months(view, query, (HIGHLAND, LOWLAND), None)
    assert shown(found) == ["2023-02 3/3 -", "2023-01 1/1 1/2"]
    (january,) = [row for row in found.rows if isinstance(row, Month) and row.month == PartialDate(2023, 1)]
    assert january.said[0]
    assert january.said[0].query.date_from == PartialDate(2023, 1, 3)
    assert shown(months(view, StatementQuery(q="nothing"), (HIGHLAND, LOWLAND), None)) == []


def test_what_is_earlier_is_on_another_page(tmp_path: Path) -> None:
    many = [article(f"{2020 + at // 12}-{at % 12 + 1:02}-09", "NL", "CH", lines=5) for at in range(0, 18, 2)]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(many)
        found = months(engine.newest(), StatementQuery(), (LOWLAND, HIGHLAND), None)
        spoken = [row for row in found.rows if isinstance(row, Month)]
        assert len(spoken) == MOST_MONTHS
        assert sum(len(each.shown) for row in spoken for each in row.said if each) == MOST_STATEMENTS
        assert found.earlier == PartialDate(2020, 5)
        rest = months(engine.newest(), StatementQuery(), (LOWLAND, HIGHLAND), found.earlier)
    assert shown(rest) == [
        "2020-05 4/5 4/5",
        "2020-04..2020-04",
        "2020-03 4/5 4/5",
        "2020-02..2020-02",
        "2020-01 4/5 4/5",
    ]


def test_copies_are_shown_once_and_counted_all(tmp_path: Path) -> None:
    one, other = article("2023-01-05", "NL"), article("2023-01-06", "NL")
    first = one.extraction.statements[0].fingerprint
    copies = tuple(replace(each, fingerprint=first) for each in other.extraction.statements)
    other = replace(other, extraction=replace(other.extraction, statements=copies))
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace([one, other])
        assert shown(months(engine.newest(), StatementQuery(), (LOWLAND, HIGHLAND), None)) == ["2023-01 1/2 -"]


def test_engine_is_asked_for_nothing_where_nothing_was_said(engine: Engine) -> None:
    found = months(
        engine.newest(), StatementQuery(), (Party("PE", "Peru", "Peru"), Party("CL", "Chile", "Chile")), None
    )
    assert found == Months([], None, [0, 0])
