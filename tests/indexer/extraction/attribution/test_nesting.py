from indexer.extraction.attribution.nesting import outermost
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.statement import Kind, Span


def attribution(*spans: tuple[int, int]) -> Attribution:
    return Attribution(Kind.INDIRECT, tuple(Span(*span) for span in spans), None, None, Rule.CLAUSE)


def test_what_stands_within_another_is_left_out() -> None:
    whole, part = attribution((0, 40)), attribution((10, 30))
    assert outermost([part, whole]) == (whole,)


def test_what_stands_between_the_parts_of_another_stays() -> None:
    parted, between = attribution((0, 10), (40, 50)), attribution((20, 30))
    assert outermost([between, parted]) == (parted, between)


def test_they_come_in_the_order_of_the_text() -> None:
    first, last = attribution((0, 5)), attribution((5, 9))
    assert outermost([last, first]) == (first, last)
    assert outermost([]) == ()
