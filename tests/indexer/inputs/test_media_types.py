import pytest

from indexer.inputs.media_types import charset_of, type_of


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html; charset="windows-1252"', "windows-1252"),
        ("text/html;Charset = 'koi8-r'; a=b", "koi8-r"),
        ("text/html", None),
        ("text/html; charset*=x; charset*1=y", None),
        ("text/html; charset*=utf-8''hz", None),
        ('text/html; charset="' + "\\" * 60_000, None),
        (";" * 60_000 + "charset=utf-8", None),
    ],
)
def test_a_charset_is_told(content_type: str, charset: str | None) -> None:
    assert charset_of(content_type) == charset


def test_a_type_is_told_in_lower_case() -> None:
    assert type_of("Text/HTML ; charset=utf-8") == "text/html"
