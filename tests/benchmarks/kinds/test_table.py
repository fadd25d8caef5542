from pathlib import Path

import pytest

from benchmarks.kinds.table import Asked, WrongTable, read_case, read_marks, read_table
from schemas.article import Source
from schemas.statement import Span


def test_marks_give_the_text_and_where_they_stand() -> None:
    assert read_marks("[[Ilk]] <<said>> {{it rained}}.") == (
        "Ilk said it rained.",
        [("[[", Span(0, 3)), ("<<", Span(4, 8)), ("{{", Span(9, 18))],
    )


def test_parts_belong_to_the_statement_before() -> None:
    case = read_case(1, "“{{No}},” Ilk said. “{{+Never}}.”¶Vorn said {{it snowed}}.")
    assert case.statements == ((Span(1, 3), Span(17, 22)), (Span(36, 45),))
    assert case.article.text.count("\n") == 2


def test_what_is_asked() -> None:
    case = read_case(1, "Ilk said {{yes}}. Vorn said {{no}}. => Vera Ilk (mayor/–) for PT ES/– @2024-05-14/–; –")
    assert case.asked == (
        Asked(("Vera Ilk",), ("mayor", "–"), ("PT ES", "–"), ("2024-05-14", "–")),
        Asked(name=("–",)),
    )


def test_title_and_outlet() -> None:
    article = read_case(1, "Rain § Gulf Ledger § Ilk left.").article
    assert (article.title, article.source, article.text) == ("Rain", Source.named("Gulf Ledger"), "Ilk left.")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Ilk said {{yes.", "{{ is not closed"),
        ("Ilk said yes}}.", "}} closes nothing"),
        ("Ilk said {{yes}}. => Ilk; Vorn", "1 statements are marked and 2 described"),
        ("Ilk said {{yes}}. => Ilk (mayor", "'Ilk (mayor' describes no speaker"),
    ],
)
def test_a_line_that_cant_be_read_is_named(tmp_path: Path, line: str, fault: str) -> None:
    table = tmp_path / "rain.txt"
    table.write_text(f"# remark\n{line}\n", encoding="utf-8")
    with pytest.raises(WrongTable, match=r"^rain\.txt:2: ") as raised:
        read_table(table)
    assert str(raised.value).endswith(fault)
