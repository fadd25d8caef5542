import pytest

from indexer.readers.pages.mojibake import mend


def misread(text: str, encoding: str) -> str:
    return text.encode().decode(encoding, "replace")


RIGHT = "“We’re ready – at 5 °C,” said José Núñez in the café…"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf_8_that_was_read_as_another_encoding_is_read_right(encoding: str) -> None:
    text = RIGHT.replace("”", '"') if encoding == "cp1252" else RIGHT  # cp1252 has no character for its last byte
    assert mend(misread(text, encoding)) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("â€œNo,â€ he said.", "“No,” he said."),
        ("â€œNo.â€\x9d", "“No.”"),
        ("â€œNo.â€", "“No.”"),
        ("the ministerÃ¢â‚¬â„¢s word", "the minister’s word"),
        ("“Right” and wrong: itâ€™s both", "“Right” and wrong: it’s both"),
        ("\x93No,\x94 he said. It\x92s late.", "“No,” he said. It’s late."),
        ("Â£5 million under Â§ 3", "£5 million under § 3"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
    ],
)
def test_mojibake_of_every_sort_is_mended(wrong: str, right: str) -> None:
    assert mend(wrong) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("&ldquo;No,&rdquo; he said.", "“No,” he said."),
        ("&amp;ldquo;No,&amp;amp;rdquo; he said.", "“No,” he said."),
        ("&#8220;No,&#x201D; he said.", "“No,” he said."),
        ("R&amp;D in Jos&eacute;&nbsp;N&uacute;&ntilde;ez", "R&D in José\u00a0Núñez"),
    ],
)
def test_what_was_escaped_once_too_often_is_what_it_stands_for(wrong: str, right: str) -> None:
    assert mend(wrong) == right


def test_hyphens_and_breaks_that_nobody_sees_are_left_out() -> None:
    assert mend("Ger\u00admany’s chan\u00adcel\u200blor\ufeff &shy;said") == "Germany’s chancellor said"


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "Ships & grain; AT&T; Q&A; &c; &nosuch; &copy 2024; R&D",
        "&lt;p&gt; is shown as it is",
        "In HTML, &amp; stands for an ampersand",
        "São Tomé, Ångström, NÚÑEZ, À la carte, VOILÀ «TOUT», façade—naïve",
        "Ça va… l’Équipe “Ô” “É”",
        "Мы согласны, сказал министр",
        "می‌خواهم",
        "Ψ Â or Ã",
        "€5, £6 and ¥7: 20 °C ± ½",
    ],
)
def test_what_is_right_stays_as_it_is(text: str) -> None:
    assert mend(text) == text
