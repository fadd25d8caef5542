"""Addresses, as what is read tells them."""

import pytest

from indexer.inputs.hosts import host_of, is_front, names_address, site_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Herald.example/a", "herald.example"),
        ("http://herald.example:8080/a", "herald.example"),
        ("ftp://herald.example/a", None),
        ("/a", None),
        ("http://[::1/a", None),
        (None, None),
    ],
)
def test_the_host_of_an_address_of_the_web(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize("url", ["https://www.herald.example/a", "https://m.herald.example/", "http://herald.example"])
def test_hosts_of_one_outlet_are_one_site(url: str) -> None:
    assert site_of(url) == "herald.example"


def test_without_an_address_there_is_no_site() -> None:
    assert site_of(None) == ""


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://herald.example", True),
        ("https://herald.example/", True),
        ("https://herald.example/#top", True),
        ("https://herald.example/a", False),
        ("https://herald.example/?id=7", False),
    ],
)
def test_the_front_of_a_site_is_no_page_of_it(url: str, front: bool) -> None:
    assert is_front(url) == front


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://host.example/feed", True),
        ("gopher://host.example", True),
        ("C:/articles", False),
        ("articles/https.txt", False),
    ],
)
def test_an_address_is_told_from_a_file_by_its_scheme(text: str, address: bool) -> None:
    assert names_address(text) == address
