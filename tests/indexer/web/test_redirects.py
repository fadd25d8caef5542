"""Redirects: each hop is an address of its own."""

from collections.abc import Callable, Mapping

import pytest
from urllib3 import HTTPHeaderDict

from indexer.inputs.result import Refusal
from indexer.web.address import Target, target
from indexer.web.client import Answer
from indexer.web.redirects import MOST, follow

START = "https://a.example/0"


def answers(there: Mapping[str, str]) -> Callable[[Target], Answer]:
    def get(page: Target) -> Answer:
        location = there.get(page.url)
        return Answer(page, 301 if location else 200, HTTPHeaderDict({"Location": location} if location else {}))

    return get


def end(there: Mapping[str, str]) -> str:
    return follow(target(START), answers(there)).target.url


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/1", "https://a.example/1"),
        ("https://b.example/", "https://b.example/"),
        ("/Ş".encode().decode("latin-1"), "https://a.example/%C5%9E"),
    ],
)
def test_it_ends_where_it_is_led(location: str, url: str) -> None:
    assert end({START: location}) == url


def test_no_redirect_is_followed_to_nowhere() -> None:
    assert end({}) == START


@pytest.mark.parametrize(
    ("there", "reason"),
    [
        ({START: "/1", "https://a.example/1": "/0"}, f"redirects in a circle, back to {START}"),
        ({f"https://a.example/{n}": f"/{n + 1}" for n in range(MOST + 2)}, f"redirects more than {MOST} times"),
        ({START: "ftp://a.example/"}, "leads to ftp://a.example/: is neither http nor https"),
        ({START: "https://[::1/"}, "redirects to what is no address: https://[::1/"),
    ],
)
def test_where_it_may_not_lead(there: dict[str, str], reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        end(there)
    assert str(refusal.value) == reason


def test_a_refusal_of_a_later_hop_says_where_it_was_led() -> None:
    def get(page: Target) -> Answer:
        if page.host == "b.example":
            raise Refusal("answered 404")
        return answers({START: "https://b.example/"})(page)

    with pytest.raises(Refusal, match=r"leads to https://b\.example/: answered 404"):
        follow(target(START), get)
