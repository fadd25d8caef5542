import pytest

from indexer.extraction.coreference.people.spellings import same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergei orlik", "serhii orlik"),
        ("a silva", "ana silva"),
        ("ana silva", "ana maria silva"),
        ("elvin mehdiyev", "elvin mekhdiyev"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_person(tuple(one.split()), tuple(other.split()))


def test_a_shared_surname_is_not_enough() -> None:
    assert not same_person(("marco", "ruiz"), ("elena", "ruiz"))
    assert not same_person(("yun", "seo-jin"), ("yun", "tae-ho"))
