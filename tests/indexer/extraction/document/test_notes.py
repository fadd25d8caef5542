import pytest

from indexer.extraction.document.notes import is_in_a_note


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("(Additional reporting by Ana Silva in Vorn.)", True),
        ("It rained.\nEditor's note: Ana Silva has died.", True),
        ("It rained.\nAna Silva said so.", False),
        ("Editor's note: it rained.\nAna Silva said so.", False),
    ],
)
def test_who_is_named_in_a_note(text: str, is_one: bool) -> None:
    assert is_in_a_note(text, text.index("Ana")) is is_one
