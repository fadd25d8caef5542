import pytest

from schemas.statement import Speaker
from tests.indexer.extraction.marked import extracted


def speaker(text: str) -> Speaker:
    (statement,) = extracted(text).statements
    assert statement.speaker is not None
    return statement.speaker


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Minister of Foreign Affairs Ana Silva", "Minister of Foreign Affairs"),
        ("Rear Adm. Ana Silva, the navy's spokeswoman,", "spokeswoman"),
        ("Defence Minister Gen. Ana Silva", "Defence Minister"),
        ("Colonel Ana Silva", "Colonel"),
        ("Ana Silva, a former minister,", None),
        ("Ana Silva", None),
    ],
)
def test_the_office_beside_a_name_is_the_role_and_a_rank_only_where_nothing_else_is_told(
    words: str, role: str | None
) -> None:
    assert speaker(f"Then [[{words}]] said {{{{no}}}}.").role == role


@pytest.mark.parametrize(
    ("before", "organisation", "countries"),
    [
        ("The Polish ministry waits. Its spokeswoman, Ana Silva", "Polish ministry", ("PL",)),
        ("The Chinese foreign ministry's Ana Silva", "Chinese foreign ministry", ("CN",)),
        ("Hvalur Nord, a whaling firm, waits. Its director, Ana Silva", "Hvalur Nord", ()),
        ("Lakeside, which runs ships, waits. Its director, Ana Silva", "Lakeside", ()),
        ("Peru's president, Ana Silva, who chairs Mercosur", None, ("PE",)),
        ("A letter from the IAEA's Ana Silva", "IAEA", ()),
        ("A Peruvian officer, Ana Silva, who heads the UN mission", "UN mission", ()),
    ],
)
def test_who_belongs_to_a_body_speaks_for_whom_it_speaks(
    before: str, organisation: str | None, countries: tuple[str, ...]
) -> None:
    told = speaker(before.replace("Ana Silva", "[[Ana Silva]]") + ", said {{no}}.")
    assert (told.name, told.organisation, told.countries) == ("Ana Silva", organisation, countries)
