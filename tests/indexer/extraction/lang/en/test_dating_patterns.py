from indexer.extraction.lang.en.dating_patterns import (
    AT_SAME_MEETING,
    EARLIER,
    PERFECT,
    RELATIVE_PRONOUN,
    RELEASE,
    TELL_OF_MEETINGS,
)


def test_words_that_tell_of_a_meeting() -> None:
    assert {"conference", "talks", "met"} <= TELL_OF_MEETINGS
    assert "rain" not in TELL_OF_MEETINGS


def test_what_goes_on_at_one_meeting() -> None:
    assert AT_SAME_MEETING.search("at the same ceremony")
    assert AT_SAME_MEETING.search("on the occasion")
    assert not AT_SAME_MEETING.search("at another ceremony")


def test_words_around_a_day() -> None:
    assert EARLIER.search("a day earlier")
    assert not EARLIER.search("earlier today")
    assert PERFECT.search("has often ")
    assert not PERFECT.search("had ")
    assert RELATIVE_PRONOUN.search("the man who came")
    assert not RELATIVE_PRONOUN.search("the man came")


def test_releases() -> None:
    assert RELEASE.search("FOR IMMEDIATE RELEASE")
    assert not RELEASE.search("the press")
