import pytest

from tests.indexer.extraction.marked import names


def test_a_quote_without_a_cue_goes_on_with_the_one_before() -> None:
    assert names("[[Ana Silva]] said: “{{It rains}}.” “{{It pours}}.”") == ["Ana Silva", "Ana Silva"]


@pytest.mark.parametrize("gap", ["\n\nIt rained.\n\n", "It rained. " * 40])
def test_a_quote_further_on_is_nobodys(gap: str) -> None:
    assert names(f"[[Ana Silva]] said: “{{{{It rains}}}}.” {gap}“{{{{It pours}}}}.”") == ["Ana Silva", None]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Minister Jan Kos, on a question about roads, ", None),
        ("In a letter to Jan Kos, ", "Ana Silva"),
        ("Silva, on a question about roads, ", "Ana Silva"),
    ],
)
def test_a_quote_is_nobodys_if_somebody_else_acts_before_it(between: str, name: str | None) -> None:
    assert names(f"[[Ana Silva]] said: “{{{{It rains}}}}.”\n\n{between}“{{{{It pours}}}}.”") == ["Ana Silva", name]
