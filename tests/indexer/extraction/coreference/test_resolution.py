from tests.indexer.extraction.marked import names


def test_a_surname_is_the_person_named_in_full() -> None:
    assert names("Minister Ana Silva came. [[Silva]] said {{it was late}}.") == ["Ana Silva"]


def test_two_of_one_surname_stay_two() -> None:
    text = (
        "[[Minister Marco Ruiz]] said {{no}}. His neighbour, [[Elena Ruiz]], said {{yes}}. "
        "[[Ruiz]] said {{she was sure}}."
    )
    assert names(text) == ["Marco Ruiz", "Elena Ruiz", "Elena Ruiz"]


def test_he_and_she_are_who_acted_last_and_fit() -> None:
    text = (
        "Spokeswoman Ana Silva met Spokesman Jan Kos. [[She]] said {{it went well}}.\n\n"
        "Kos left early. [[He]] said {{he was tired}}."
    )
    assert names(text) == ["Ana Silva", "Jan Kos"]


def test_who_is_named_only_in_a_quote_is_no_antecedent() -> None:
    assert names("Ana Silva sat down. “{{One sailor, Ned Pike, told me so}},” [[she]] said.") == ["Ana Silva"]


def test_it_is_the_government_that_acted_last() -> None:
    assert names("Beijing has kept quiet about Manila. [[It]] has called for {{calm}}.") == ["Beijing"]


def test_the_minister_is_the_one_of_that_country() -> None:
    text = (
        "Polish Foreign Minister Jan Kos met Foreign Minister Eva Lund of Sweden. "
        "[[The Swedish minister]] said {{yes}}. [[The Polish minister]] said {{no}}."
    )
    assert names(text) == ["Eva Lund", "Jan Kos"]


def test_an_office_waits_for_the_name_of_its_holder() -> None:
    text = "The Latvian interior minister came alone. “{{We are ready}},” [[Ilze Berga]] said."
    assert names(text) == ["Ilze Berga"]


def test_a_private_person_takes_no_office() -> None:
    text = "The Latvian interior minister came alone. “{{We are tired}},” said [[Ned Pike]], 61."
    assert names(text) == ["Ned Pike"]
    assert names("“{{Nobody asked us}},” [[he]] said.") == [None]


def test_the_fullest_form_is_the_name_but_a_headline_does_not_lengthen_it() -> None:
    text = "Ana Silva Urges Calm\n\nAna Rosa Silva spoke. [[Silva]] said {{no}}."
    assert names(text) == ["Ana Rosa Silva"]
