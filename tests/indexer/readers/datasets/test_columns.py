"""The user's words for what articles are made of."""

import pytest

from indexer.readers.datasets.columns import FIELDS, find_unused, names, nearest_field, parse_mapping, tell_missing


def test_a_mapping_names_a_field_and_a_column() -> None:
    assert parse_mapping("title=headline") == ("title", "headline")
    assert parse_mapping("text=a=b") == ("text", "a=b")


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("title", "'title' is not FIELD=NAME, such as title=headline"),
        ("title=", "'title=' is not FIELD=NAME, such as title=headline"),
        ("titel=headline", f"'titel' is none of {', '.join(FIELDS)}; did you mean title?"),
        ("xyz=headline", f"'xyz' is none of {', '.join(FIELDS)}"),
    ],
)
def test_what_is_no_mapping_says_so(told: str, fault: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        parse_mapping(told)
    assert str(error.value) == fault


@pytest.mark.parametrize(
    ("name", "field"), [("headline", "title"), ("Link ", "url"), ("titel", "title"), ("colour", None)]
)
def test_what_others_call_a_field(name: str, field: str | None) -> None:
    assert nearest_field(name) == field


def test_a_column_that_is_missing_is_told_with_those_there_are() -> None:
    assert tell_missing("body", "text", ["bodi", "title"]) == (
        "has no column body, which was to be text (did you mean bodi?); it has bodi, title"
    )
    assert tell_missing("text", "text", []) == "has no column text; it has none"
    assert tell_missing("text", "text", [f"c{number}" for number in range(14)]).endswith("c11 and 2 more")


def test_members_that_no_article_has_unless_the_user_names_them() -> None:
    assert find_unused(["text", "body", "author", "checksum"], {"text": "body.plain"}) == ("author",)


def test_each_field_has_its_own_name_or_the_users() -> None:
    assert names({"title": "headline"}) == {field: field for field in FIELDS} | {"title": "headline"}
