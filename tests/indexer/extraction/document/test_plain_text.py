import pytest

from indexer.extraction.document.plain_text import plain_line, plain_text
from schemas.statement import Span


@pytest.mark.parametrize(
    ("received", "plain"),
    [
        ("It rained.", "It rained."),
        ("Ana\u00a0Silva\u202f!", "Ana Silva !"),
        ("a min\u00adis\u00adter", "a minister"),
        ("it\u200b was\u2060 late", "it was late"),
        ("it was  late\t.", "it was  late\t."),
        ("it rained on\r\n  the sea", "it rained on the sea"),
        ("trans\u00ad\nport is late", "transport is late"),
        ("It rained.\n\nIt poured.", "It rained.\n\nIt poured."),
        ("\ufeff", ""),
        ("\u00ad It rained. \u00ad", " It rained. "),
        ("", ""),
    ],
)
def test_what_stands_between_and_in_words(received: str, plain: str) -> None:
    assert plain_text(received).text == plain


def test_paragraphs_are_those_of_the_plain_text() -> None:
    plain = plain_text("\u00a0Sil\u00adva sat on\nthe bench.\n\nIt\u200b rained. ")
    assert [span.of(plain.text) for span in plain.paragraphs] == ["Silva sat on the bench.", "It rained."]


def test_spans_lead_to_the_text_as_received_and_back() -> None:
    received = "Sil\u00adva sat on\nthe\u00a0bench."
    plain = plain_text(received)
    for word, origin in (
        ("Silva", "Sil\u00adva"),
        ("on the", "on\nthe"),
        ("the bench.", "the\u00a0bench."),
        ("sat", "sat"),
    ):
        start = plain.text.index(word)
        span = plain.origins.span(Span(start, start + len(word)))
        assert span.of(received) == origin
        assert (plain.origins.back(span.start), plain.origins.back(span.end)) == (start, start + len(word))


def test_what_was_left_out_leads_to_what_follows() -> None:
    plain = plain_text("a\u00ad\u00adb c")
    assert [plain.origins.back(at) for at in range(6)] == [0, 1, 1, 1, 2, 3]
    assert plain.origins.span(Span(1, 1)) == Span(1, 1)


def test_a_title_has_plain_white_space() -> None:
    assert plain_line("Rain\u00a0in Bra\u00adga") == "Rain in Braga"
