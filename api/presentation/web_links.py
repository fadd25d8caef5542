"""Addresses that lead away from here, which are as an article's source gave them."""

from __future__ import annotations

from urllib.parse import quote

WEB = ("http://", "https://")
KEPT = "!$&'*+,;=:/?#@%-._~[]"  # what an address may hold as it is; () <> {} and spaces would end it in some markup


def on_the_web(url: str | None) -> bool:
    """Whether it may be linked to."""
    return bool(url) and str(url).lower().startswith(WEB)


def quoted_for_markup(url: str) -> str:
    """The same address, written so that it can stand in Markdown and BibTeX."""
    return quote(url, safe=KEPT)
