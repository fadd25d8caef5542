import pytest

from tests.indexer.extraction.coreference.reading import resolved


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rains, according to [[a statement]] by the Polish ministry: {{no}}.", "Polish ministry"),
        ("A letter from Minister Ana Silva came. [[The letter]] said {{no}}.", "Ana Silva"),
        ("It rains, according to [[a statement]] by Ana Silva and Jan Kos: {{no}}.", "Ana Silva and Jan Kos"),
        ("The Polish army issued a brief statement. [[The statement]] said {{no}}.", "Polish army"),
        ("Minister Ana Silva spoke in a post. Jan Kos left. [[The post]] said {{no}}.", "Ana Silva"),
    ],
)
def test_a_paper_is_said_by_whoever_issued_it(text: str, name: str) -> None:
    (source,) = resolved(text).sources
    assert source.speaker is not None
    assert source.speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[The statement]] said {{no}}.", "statement"),
        ("Minister Ana Silva spoke in a post. [[A statement]] said {{no}}.", "statement"),
        ("Minister Ana Silva read a letter of thanks. [[The letter]] said {{no}}.", "letter"),
    ],
)
def test_a_paper_of_which_nobody_is_told_is_a_paper(text: str, name: str) -> None:
    (source,) = resolved(text).sources
    assert source.speaker is not None
    assert source.speaker.name == name


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("[[The minister]] said {{yes}}.", "Ana Silva"),
        ("[[Jan Kos]] said {{yes}}.", "statement"),
    ],
)
def test_a_paper_may_be_of_whoever_has_spoken_since(between: str, name: str) -> None:
    text = f"Minister Ana Silva spoke in a statement. {between} [[The statement]] said {{{{no}}}}."
    source = resolved(text).sources[-1]
    assert source.speaker is not None
    assert source.speaker.name == name
