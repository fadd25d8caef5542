import pytest

from schemas.article_ids import by_address, by_content, by_given_id, by_guid, canonical_url

PAGE = "https://news.example/2024/talks"


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/2024/talks",
        "https://NEWS.example/2024/talks/",
        "https://news.example/2024/talks#comments",
        "https://news.example/2024/talks?utm_source=letter&fbclid=x",
        "https://news.example:443/2024/talks",
        "http://news.example:80/2024/talks",
        "https://news.example:/2024/talks",
    ],
)
def test_all_forms_of_an_address_are_one_article(other: str) -> None:
    assert by_address(other) == by_address(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/2024/talks?page=2",
        "https://news.example/2024/Talks",
        "https://other.example/2024/talks",
        "https://news.example/2024/talks?12345",
        "https://news.example:8443/2024/talks",
        "https://news.example:80/2024/talks",
        "http://news.example:443/2024/talks",
        "https://news.example/2024/talks:443",
    ],
)
def test_what_may_choose_an_article_makes_another_one(other: str) -> None:
    assert by_address(other) != by_address(PAGE)


@pytest.mark.parametrize("port", [":443", ":", ""])
def test_a_port_of_its_own_is_dropped_before_a_query_and_at_the_end_too(port: str) -> None:
    assert canonical_url(f"https://news.example{port}?a=1") == canonical_url("https://news.example/?a=1")
    assert canonical_url(f"https://[::1]{port}") == "[::1]"


def test_an_address_that_cannot_be_read_stays_as_it_is() -> None:
    assert canonical_url("http://[::1") == "http://[::1"


def test_a_given_id_names_one_article_of_its_outlet() -> None:
    assert by_given_id("17", "herald") == by_given_id("17", "herald")
    assert len({by_given_id("17", "herald"), by_given_id("17", "courier"), by_given_id("18", "herald")}) == 3


def test_an_id_of_the_index_is_kept_but_never_from_a_feed() -> None:
    own = by_given_id("17", "herald")
    assert by_given_id(own, "courier") == own
    assert by_guid(own, "courier") != own


def test_contents_are_told_apart_by_each_part() -> None:
    assert by_content("a", "b") != by_content("ab", "") != by_content("a", "", "b")
