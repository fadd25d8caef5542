import pytest

from schemas.identity.letters import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vörös-Ødegård", "voros odegard"),
        ("O’Vale", "ovale"),
        ("Владимир", "vladimir"),
        ("Θεόδωρος", "theodoros"),
        ("İlham Əliyev", "ilham aliyev"),
        ("გიორგი", "giorgi"),
        ("Արմեն", "armen"),
        (" a  b. ", "a b"),
        ("", ""),
    ],
)
def test_letters_of_any_script_are_plain_latin_ones(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_script_that_is_not_in_the_table_is_told_apart() -> None:
    assert plain("李娜") != plain("李纳")
    assert plain("李娜").isascii()
    assert plain("李娜").startswith("xn--")
