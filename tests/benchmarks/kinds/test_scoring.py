import pytest

from benchmarks.kinds.scoring import faults
from benchmarks.kinds.table import read_case
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Act, Context, Cue, Extraction, Kind, Span, Speaker, Statement

ILK = Speaker("Vera Ilk", Span(0, 8), "mayor", None, ("PT",))
SAID = Statement(
    "a-00",
    Kind.INDIRECT,
    "it rained",
    (Span(14, 24),),
    ILK,
    Cue("said", Span(9, 13), "say", Act.ASSERT),
    (),
    (),
    PartialDate.parse("2024-05-14"),
    Context("", ""),
    "f",
)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("[[Vera Ilk]] <<said>> {{it rained.}} => vera ilk (mayor) for PT @2024-05-14", []),
        ("Vera Ilk said {{it rained}}.", []),
        ("Vera Ilk said {{it rained}}. => Ana/Vera Ilk (–/mayor)", []),
        (
            "Vera Ilk said {{it rained}}. => – (chief) for – @–",
            [
                "name Vera Ilk, not –",
                "role mayor, not chief",
                "countries PT, not –",
                "day 2024-05-14, not –",
            ],
        ),
        ("Vera Ilk said it rained.", ["not said: it rained"]),
        ("Vera Ilk said it {{rained}}.", ["not found: rained", "not said: it rained"]),
        ("Vera [[Ilk]] <<said>> {{it rained}}.", ["no mention: Ilk"]),
        ("Vera Ilk said {{<<it>> rained}}.", ["no cue: it"]),
    ],
)
def test_what_is_wrong(line: str, wrong: list[str]) -> None:
    assert list(faults(read_case(1, line), Extraction((), (), (SAID,), "1"))) == wrong
