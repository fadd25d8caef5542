import pytest

from indexer.readers.pages.titles import without_outlet

NAME = ("Harbour Post",)
TITLE = "Ferry line opens again"


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - Harbour Post",
        f"{TITLE} | Harbour Post",
        f"{TITLE}|Harbour Post",
        f"{TITLE} – The Harbour Post",
        f"{TITLE} — HARBOUR POST",
        f"{TITLE} :: Harbour Post",
        f"{TITLE} » Harbour Post",
        f"{TITLE}\u00a0- Harbour Post",
        f"{TITLE} - Harbour Post | Harbour Post",
        f"Harbour Post | {TITLE}",
        f"Harbour Post: {TITLE}",
    ],
)
def test_a_name_that_is_known_goes(title: str) -> None:
    assert without_outlet(title, NAME) == TITLE


@pytest.mark.parametrize("host", ["harbour-post.example", "harbourpost.co.example", "news.harbour-post.example"])
def test_the_host_tells_the_name_too(host: str) -> None:
    assert without_outlet(f"{TITLE} - Harbour Post", (), host) == TITLE
    assert without_outlet(f"{TITLE} | {host}", (), host) == TITLE


def test_what_the_heading_leaves_out_goes() -> None:
    assert without_outlet(f"{TITLE} - World | Breaking", (), "a.example", [f"{TITLE}!"]) == TITLE
    assert without_outlet(f"Harbour Post: {TITLE}", (), "harbour-post.example", [TITLE]) == TITLE


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Ferry talks fail - minister", ()),
        ("Storm - Baltic Mail", ()),
        ("Post-harbour plans", ()),
        ("Harbour Post", ()),
        ("Harbour Post-war plans", ()),
        ("Harbour Post: a history", ["Harbour Post: a history"]),
        ("Mail to the Harbour Post", ()),
        ("Storm | World", ["World"]),
    ],
)
def test_all_else_stays(title: str, headings: tuple[str, ...]) -> None:
    assert without_outlet(title, NAME, "harbour-post.example", headings) == title


def test_a_colon_behind_the_hosts_name_alone_stays() -> None:
    assert without_outlet(f"Harbour Post: {TITLE}", (), "harbour-post.example") == f"Harbour Post: {TITLE}"


def test_the_outlets_name_as_heading_is_not_the_title() -> None:
    assert without_outlet(f"Harbour Post - {TITLE}", NAME, "", NAME) == TITLE
