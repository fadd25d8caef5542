from dataclasses import replace
from datetime import date

from schemas.dates.partial_dates import PartialDate
from schemas.identity.people import Holder, People

DAY = PartialDate.parse("2021-05-06")


def holder(id_: str, name: str, country: str = "AZ", years: tuple[int, int] = (2018, 2023), line: int = 2) -> Holder:
    return Holder(id_, (name,), "president", "", country, date(years[0], 1, 1), date(years[1], 12, 31), line)


def test_a_name_is_found_in_any_spelling_and_in_its_country() -> None:
    people = People((holder("q1", "Elnara Vəliyeva"),))
    assert people.named("Elnara Valiyeva", ("AZ",), DAY) == {"q1"}
    assert people.named("Elnara Valiyeva", (), None) == {"q1"}
    assert people.named("Elnara Valiyeva", ("PL",), DAY) == frozenset()


def test_an_office_is_held_throughout_the_time() -> None:
    people = People((holder("q1", "Ana Kos", years=(2018, 2020)), holder("q2", "Jan Kos", years=(2021, 2023))))
    assert people.holding("President", ("AZ",), DAY) == {"q2"}
    assert people.holding("president", ("AZ",), PartialDate.parse("2017")) == frozenset()
    assert people.holding("president", (), DAY) == people.holding("president", ("AZ",), None) == frozenset()
    assert people.holding("vice president", ("AZ",), DAY) == frozenset()


def test_two_of_one_name_are_told_apart_by_their_years_or_not_at_all() -> None:
    apart = People((holder("q1", "Jan Kos", years=(2000, 2010)), holder("q2", "Jan Kos", years=(2018, 2023))))
    assert apart.named("Jan Kos", ("AZ",), DAY) == {"q2"}
    assert list(apart.clashes()) == []
    both = People((holder("q1", "Jan Kos", line=2), holder("q2", "Jan Kos", line=3)))
    assert both.named("Jan Kos", ("AZ",), DAY) == {"q1", "q2"}
    assert {(one.line, other.line) for one, other in both.clashes()} == {(2, 3)}


def clashes(*holders: Holder) -> set[tuple[int, int]]:
    return {(one.line, other.line) for one, other in People(holders).clashes()}


def test_all_who_clash_are_told() -> None:
    long, short, late = ((2000, 2010), (2001, 2002), (2005, 2006))
    three = (holder("q1", "Jan Kos", years=y, line=n) for n, y in ((2, long), (3, short)))
    assert clashes(*three, holder("q2", "Jan Kos", years=late, line=4)) == {(2, 4)}
    nowhere = holder("q2", "Jan Kos", country="", line=3)
    assert clashes(holder("q1", "Jan Kos"), nowhere) == {(2, 3)}
    assert clashes(holder("q1", "Jan Kos"), holder("q2", "Jan Kos", country="PL", line=3)) == set()


def test_an_office_of_no_country_and_the_day_of_a_change_are_no_clash() -> None:
    assert clashes(holder("q1", "Ana Kos", country=""), holder("q2", "Jan Kos", country="", line=3)) == set()
    last, first = date(2020, 5, 6), date(2020, 5, 6)
    one = replace(holder("q1", "Ana Kos"), last_day=last)
    assert clashes(one, replace(holder("q2", "Jan Kos", line=3), first_day=first)) == set()
    assert clashes(one, replace(holder("q2", "Jan Kos", line=3), first_day=date(2020, 5, 5))) == {(2, 3)}


def test_the_lines_of_an_id_are_kept() -> None:
    people = People((holder("q1", "Jan Kos", line=2), holder("q1", "Jan Kos", line=5)))
    assert [each.line for each in people.lines_of("q1")] == [2, 5]
    assert people.lines_of("q9") == ()
