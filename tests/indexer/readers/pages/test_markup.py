"""HTML and XML as bytes, as a tree, as paragraphs."""

import pytest

from indexer.inputs.result import Refusal
from indexer.readers.pages.markup import MAX_ATTRIBUTES, MAX_ELEMENTS, decode_markup, text_of, tree_of


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("<p>Şuşa".encode(), "iso-8859-1", "<p>Şuşa"),  # what fits UTF-8 is no accident
        ("<p>café".encode("cp1252"), "windows-1252", "<p>café"),
        (b"<meta charset=windows-1251><p>" + "Баку".encode("cp1251"), None, "<meta charset=windows-1251><p>Баку"),
        (b"<p>plain", "utf-16", "<p>plain"),
        ("<p>café".encode("utf-16"), "utf-8", "<p>café"),
        (b"<p>plain", "no-such-charset", "<p>plain"),
    ],
)
def test_bytes_are_read_as_they_fit(data: bytes, charset: str | None, text: str) -> None:
    assert decode_markup(data, charset) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><p>A text.", "declares entities"),
        (f"<p {' '.join(f'a{number}' for number in range(MAX_ATTRIBUTES + 1))}>A text.", "has a tag with more than"),
        ("<p>" + "<br>" * MAX_ELEMENTS, "has more than 30,000 elements"),
        ("", "is a page with nothing in it"),
    ],
)
def test_what_no_article_does_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        tree_of(text)


def test_attributes_in_scripts_and_comments_are_none() -> None:
    many = " ".join(f"a{number}" for number in range(MAX_ATTRIBUTES + 1))
    assert text_of(tree_of(f"<script>'<p {many}>'</script><!-- <p {many}> --><p>A text.")) == "A text."


def test_paragraphs_are_parted_and_broken_lines_stay() -> None:
    page = "<div>One\n  <b>and</b> more<br>a line</div><script>no()</script><ul><li>Two<li>Three</ul><td>Four"
    assert text_of(tree_of(page)) == "One and more\na line\n\nTwo\n\nThree\n\nFour"


def test_no_depth_is_too_deep_to_be_told() -> None:
    with pytest.raises(Refusal, match="nests its elements too deeply"):
        tree_of("<div>" * 3_000 + "A text.")
