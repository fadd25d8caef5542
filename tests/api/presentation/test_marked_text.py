from markupsafe import Markup

from api.presentation.marked_text import marked


def test_the_whole_text_is_there_with_its_marks() -> None:
    assert marked("an open corridor, open", ["an <mark>open</mark> corridor, <mark>open</mark>"]) == (
        "an <mark>open</mark> corridor, <mark>open</mark>"
    )


def test_fragments_are_put_in_their_place() -> None:
    text = "first words, then the corridor, then other words and a convoy at the end"
    fragments = ["…then the <mark>corridor</mark>, then…", "…and a <mark>convoy</mark> at…"]
    expected = text.replace("corridor", "<mark>corridor</mark>").replace("convoy", "<mark>convoy</mark>")
    assert marked(text, fragments) == expected


def test_without_fragments_nothing_is_marked() -> None:
    assert marked("a <b> & c", []) == "a &lt;b&gt; &amp; c"


def test_what_is_no_piece_of_the_text_marks_nothing() -> None:
    assert marked("a corridor", ["another <mark>thing</mark>"]) == "a corridor"


def test_hostile_text_stays_text() -> None:
    text = "<script>alert(1)</script> & <mark>"
    highlight = ["&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; &amp; &lt;mark&gt;"]
    shown = marked(text, highlight)
    assert shown == "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; &amp; &lt;mark&gt;"
    assert isinstance(shown, Markup)


def test_overlapping_fragments_mark_once() -> None:
    assert marked("one two", ["one <mark>two</mark>", "<mark>two</mark>"]) == "one <mark>two</mark>"
