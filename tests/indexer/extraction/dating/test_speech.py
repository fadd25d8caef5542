from tests.indexer.extraction.marked import days


def test_the_day_of_the_sentence_and_not_of_what_is_said() -> None:
    assert days("[[Ana Silva]] said {{they met last Friday}} on Monday.") == ["2024-05-13"]
    assert days("[[Ana Silva]] said {{they met last Friday}}.") == [None]


def test_the_same_speaker_goes_on_the_same_day() -> None:
    assert days("[[Ana Silva]] said {{no}} on Monday.\n\n[[Silva]] said {{never}}.") == ["2024-05-13", "2024-05-13"]


def test_another_speaker_does_not() -> None:
    assert days("[[Ana Silva]] said {{no}} on Monday.\n\n[[Jan Kos]] said {{yes}}.") == ["2024-05-13", None]


def test_a_meeting_dates_what_people_say_there_but_not_capitals() -> None:
    text = "The council met on Tuesday.\n\n[[Jan Kos]] said {{yes}}.\n\n[[Moscow]] said {{no}}."
    assert days(text) == ["2024-05-14", None]


def test_a_relative_clause_tells_another_day() -> None:
    assert days("On Monday [[Ana Silva]], who was elected on Friday, said {{no}}.") == ["2024-05-13"]


def test_what_has_been_said_at_some_time_has_no_day() -> None:
    assert days("The council met on Tuesday. [[The council]] has <<called for>> {{calm}}.") == [None]


def test_a_press_release_has_its_own_day() -> None:
    assert days("[[The ministry]] welcomes {{the law}}.", source="Ministry of Roads (press service)") == ["2024-05-16"]
    assert days("[[The ministry]] welcomes {{the law}}.", source="Daily Road") == [None]


def test_the_weekend_is_no_day_of_the_meeting_told_of_before() -> None:
    assert days("The council met on Tuesday. [[Ana Silva]] <<said>> at the weekend {{it rained}}.") == [None]
    assert days("The council met on Tuesday. [[Ana Silva]] <<said>> {{it rained}}.") == ["2024-05-14"]


def test_a_meeting_does_not_go_on_for_ever_and_the_day_before_is_none() -> None:
    talk = "The council met on Tuesday. " + "It rained. " * 20
    assert days(talk + "\n\n[[Ana Silva]] <<said>> {{no}}.") == [None]
    before = "He left on Monday. A day earlier the council met.\n\n[[Ana Silva]] <<said>> {{no}}."
    assert days(before) == [None]
