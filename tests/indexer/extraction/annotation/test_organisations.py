import pytest

from indexer.extraction.annotation.organisations import find_organisations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The EU agreed.", "European Union"),
        ("The UN Security Council met.", "United Nations Security Council"),
        ("the U.N. said", "United Nations"),
        ("KFOR stayed.", "KFOR"),
        ("the Kurdistan Workers’ Party", "PKK"),
    ],
)
def test_an_organisation_is_known_by_all_its_forms(text: str, name: str) -> None:
    assert [each.organisation.name for each in find_organisations(text)] == [name]


def test_the_commission_is_one_where_the_article_tells_which() -> None:
    told = find_organisations("The EU met. The Commission objected.")
    assert [each.organisation.name for each in told] == ["European Union", "European Commission"]
    assert not find_organisations("The Commission objected.")


def test_outlets_are_marked() -> None:
    assert [each.organisation.is_outlet for each in find_organisations("The EU told Al Jazeera.")] == [False, True]


@pytest.mark.parametrize("text", ["The Indian High Commission closed.", "UNION", "A euro.", "who", ""])
def test_a_part_of_another_name_is_no_organisation(text: str) -> None:
    assert not find_organisations(text)


def test_the_longest_form_wins_and_points_at_itself() -> None:
    text = "At the World Trade Organization, the WHO."
    assert [text[each.start : each.end] for each in find_organisations(text)] == ["World Trade Organization", "WHO"]


def test_an_outlet_is_none_where_somebody_is_called_so() -> None:
    assert [each.start for each in find_organisations("Antara said so.")] == [0]
    assert not find_organisations("Antara Ilk came. Antara said so.")
    assert len(find_organisations("Antara Ilk came. ANTARA, EFE and ANI reported it.")) == 2
