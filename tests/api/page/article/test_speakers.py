from api.page.article.speakers import COLOURS, colours, speakers_of
from tests.api.corpus import CORRIDOR, said, split


def test_speakers_in_the_order_of_their_first_words_with_all_of_theirs() -> None:
    article = split(
        "One said a. Two said b. One said c.",
        *(said("a", by="One"), said("b", by="Two"), said("c", by="One")),
        title="Turns",
    )
    found = speakers_of(article.extraction.statements)
    assert [(each.speaker and each.speaker.name, len(each.statements)) for each in found] == [
        ("One", 2),
        ("Two", 1),
    ]
    first, second, third = article.extraction.statements
    given = colours(found)
    assert given[first.id] == given[third.id] != given[second.id]


def test_what_nobody_named_said_has_no_colour() -> None:
    article = split("It said x. A said y.", said("x"), said("y", by="A"), title="Who")
    assert [(each.speaker is None, each.colour) for each in speakers_of(article.extraction.statements)] == [
        (True, 0),
        (False, 1),
    ]


def test_colours_are_shared_when_there_are_more_speakers_than_colours() -> None:
    names = [f"Speaker{number:02}" for number in range(COLOURS + 1)]
    text = " ".join(f"{name} said w{name}." for name in names)
    found = speakers_of(split(text, *(said(f"w{name}", by=name) for name in names), title="All").extraction.statements)
    assert [each.colour for each in found] == [*range(1, COLOURS + 1), 1]


def test_an_article_without_statements_has_no_cast() -> None:
    assert speakers_of(()) == []


def test_every_statement_has_a_colour() -> None:
    statements = CORRIDOR.extraction.statements
    assert set(colours(speakers_of(statements))) == {statement.id for statement in statements}
