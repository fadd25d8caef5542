from markupsafe import Markup

from api.presentation.marked_text import marked


def test_the_whole_text_is_there_with_its_marks() -> None:
    assert marked("an open corridor, open", [(3, 7), (18, 22)]) == ("an <mark>open</mark> corridor, <mark>open</mark>")


def test_without_spans_nothing_is_marked() -> None:
    assert marked("a <b> & c", []) == "a &lt;b&gt; &amp; c"


def test_spans_next_to_each_other_are_two_marks() -> None:
    assert marked("one two", [(0, 3), (3, 7)]) == "<mark>one</mark><mark> two</mark>"


def test_hostile_text_stays_text() -> None:
    shown = marked("<script>alert(1)</script> & <mark>", [(8, 13)])
    assert shown == "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; &amp; &lt;mark&gt;"
    assert isinstance(shown, Markup)
