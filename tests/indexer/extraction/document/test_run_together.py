import pytest

from indexer.extraction.document.run_together import Joint, joints
from schemas.statement import Span

SEVERAL = "It rained.The sea rose.Ships left.We stayed."  # enough for what follows it to be run together


def shown(text: str) -> str:
    """With "|" where sentences meet and "¶" where paragraphs do."""
    pieces, start = [], 0
    for joint in joints(text, [Span(0, len(text))]):
        pieces += [text[start : joint.at], "¶" if joint.of_paragraphs else "|"]
        start = joint.at
    return "".join([*pieces, text[start:]])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained.The sea rose.", "It rained.|The sea rose."),
        ("It rained in 2021.The sea rose.", "It rained in 2021.|The sea rose."),
        ("Who came?Nobody.", "Who came?|Nobody."),
        ("It left the EU.Mr Silva stayed.", "It left the EU.|Mr Silva stayed."),
        ("They came.U.S. officials left.", "They came.|U.S. officials left."),
        ("Mr.Silva and Gen.Bo came.", "Mr.|Silva and Gen.|Bo came."),
        ("Mr.Silva met Mr.Bo and Mr.Ros.", "Mr.|Silva met Mr.|Bo and Mr.|Ros."),
        ("“It rained.The sea rose,” she said.", "“It rained.|The sea rose,” she said."),
    ],
)
def test_a_lost_space_parts_sentences(text: str, told: str) -> None:
    assert shown(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Silva and Gen. Bo came.",
        "The U.S.Army and J.K.Ros came.",
        "Example.Com and www.example.Org are down.",
        "See https://herald.example/it.The for more.",
        "She has a Ph.D. in law.",
        "It rose by 2.5 per cent, e.g.in May.",
        "It rained. The sea rose.",
        "YouTube and McDonald are names.",
    ],
)
def test_nothing_is_parted_elsewhere(text: str) -> None:
    assert shown(text) == text


def test_three_of_them_are_paragraphs_run_together() -> None:
    assert shown("It rained.The sea rose.Ships left.") == "It rained.|The sea rose.|Ships left."
    assert shown(SEVERAL) == "It rained.¶The sea rose.¶Ships left.¶We stayed."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('He said "no."The sea rose.', 'He said "no."¶The sea rose.'),
        ('It rained."We left," he said.', 'It rained.¶"We left," he said.'),
        ('"It rained.""We left," he said.', '"It rained."¶"We left," he said.'),
        ("“It rained.”“We left,” he said.", "“It rained.”¶“We left,” he said."),
        ('He said: "It rained."We left."Then "this" came.', 'He said: "It rained.¶"We left."¶Then "this" came.'),
        ('"It rained.He left," she said.', '"It rained.|He left," she said.'),
        ("“It rained.He left,” she said.", "“It rained.|He left,” she said."),
    ],
)
def test_marks_are_kept_with_their_words(text: str, told: str) -> None:
    assert shown(f"{SEVERAL}{text}").removeprefix("It rained.¶The sea rose.¶Ships left.¶We stayed.").lstrip("¶") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Flood in the southThe sea rose.", "Flood in the south¶The sea rose."),
        ("ReutersThe sea rose.", "Reuters¶The sea rose."),
        ("ImageKing Hal came.", "Image¶King Hal came."),
        ("Ana SilvaAna came, for Silva left.", "Ana Silva¶Ana came, for Silva left."),
        ("Supported bySKIP It rained.", "Supported by¶SKIP It rained."),
        ("He called it a “farce”The sea rose.", "He called it a “farce”¶The sea rose."),
        ('He called it a "farce"The sea rose.', 'He called it a "farce"¶The sea rose.'),
        ("Picture: Ana“We came,” she said.", "Picture: Ana¶“We came,” she said."),
        ("YouTube, McDonald and iPhone are names.", "YouTube, McDonald and iPhone are names."),
    ],
)
def test_captions_and_credits_are_parted_where_paragraphs_are(text: str, told: str) -> None:
    assert shown(f"{SEVERAL} {text}").removeprefix("It rained.¶The sea rose.¶Ships left.¶We stayed. ") == told


def test_paragraphs_that_are_apart_stay_apart() -> None:
    text = "It rained.The sea rose.\nShips left."
    first = text.index("\n")
    assert joints(text, [Span(0, first), Span(first + 1, len(text))]) == [Joint(10, of_paragraphs=False)]
