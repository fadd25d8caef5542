import pytest

from indexer.extraction.annotation.organisations import find_organisations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The EU agreed.", "European Union"),
        ("The UN Security Council met.", "United Nations Security Council"),
        ("the U.N. said", "United Nations"),
        ("KFOR stayed.", "KFOR"),
        ("The Commission objected.", "European Commission"),
        ("the Kurdistan Workers’ Party", "PKK"),
    ],
)
def test_an_organisation_is_known_by_all_its_forms(text: str, name: str) -> None:
    assert [each.organisation.name for each in find_organisations(text)] == [name]


@pytest.mark.parametrize("text", ["The Indian High Commission closed.", "UNION", "A euro.", "who", ""])
def test_a_part_of_another_name_is_no_organisation(text: str) -> None:
    assert not find_organisations(text)


def test_the_longest_form_wins_and_points_at_itself() -> None:
    text = "At the World Trade Organization, the WHO."
    assert [text[each.start : each.end] for each in find_organisations(text)] == ["World Trade Organization", "WHO"]
