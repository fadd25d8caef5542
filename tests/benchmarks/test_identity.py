from click.testing import CliRunner

from benchmarks.identity.__main__ import Pair, main, measured, read


def test_the_rules_tell_who_is_the_same() -> None:
    pairs = list(read())
    assert len(pairs) >= 300
    figures = measured(pairs)
    assert figures.precision >= 99
    assert figures.recall >= 90


def test_no_pair_stands_twice() -> None:
    names = [(frozenset(pair.names), pair.ids) for pair in read()]
    assert len(names) == len(set(names))


def test_precision_and_recall_are_of_pairs_with_one_id_and_of_the_same() -> None:
    def pair(same: bool, one: str | None, other: str | None) -> Pair:
        return Pair("before", "english", ("a", "b"), (one, other), same)

    figures = measured([pair(True, "x", "x"), pair(False, "x", "x"), pair(True, None, None), pair(False, "x", "y")])
    assert (figures.pairs, figures.precision, figures.recall) == (4, 50.0, 50.0)


def test_each_part_is_printed_and_what_is_wrong() -> None:
    lines = CliRunner().invoke(main, ["--show"]).output.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["before", "after", "later", "last"]
    assert {line.partition(":")[0] for line in lines[4:]} == {"one", "two"}
