import pytest

from api.presentation.web_links import on_the_web, quoted_for_markup


@pytest.mark.parametrize("url", ["http://a.example", "HTTPS://a.example/b"])
def test_the_web(url: str) -> None:
    assert on_the_web(url)


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "ftp://a.example", "//a.example", " https://a.example"]
)
def test_what_is_no_address_of_the_web(url: str | None) -> None:
    assert not on_the_web(url)


def test_an_address_means_the_same_in_markup() -> None:
    assert quoted_for_markup("https://a.example/b%20c?d=e&f=(g)#h") == "https://a.example/b%20c?d=e&f=%28g%29#h"
    assert quoted_for_markup("https://a.example/ä {b}<c>\\") == "https://a.example/%C3%A4%20%7Bb%7D%3Cc%3E%5C"
