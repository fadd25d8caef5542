"""The pictures of docs/page.md, from the examples: `python -m docs.screenshots [folder]`, by default docs/page/."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.browsing import chromium, examples
from schemas.query import StatementQuery

FOLDER = Path(__file__).parent / "page"
HOST = "http://demarche.example"  # what the pictures show in place of a port that differs each time
COPYING = "navigator.clipboard ?? Object.defineProperty(navigator, 'clipboard', { value: {} })"  # as behind HTTPS
ARTICLE = "Yerevan and Baku trade accusations over a closed checkpoint"


@dataclass(frozen=True)
class Picture:
    """`click` is the text of a link or summary to click first; None for the page as it comes."""

    name: str
    path: str
    width: int = 1200
    height: int = 800
    click: str | None = None
    dark: bool = False


PICTURES = (
    Picture("search", "/?q=border&from=2022"),
    Picture("parts", "/?by=act&from=2022", height=640),
    Picture("context", "/?q=insulin", height=520, click="In context"),
    Picture("mistake", "/?q=corridor+%22open&when=1/6/2023", height=470),
    Picture("nothing", "/?q=corridor&country=PE", height=620),
    Picture("country", "/countries/RU", height=700),
    Picture("comparison", "/compare?a=AM&b=AZ&from=2023", height=1000),
    Picture("article", "/articles/ARTICLE", width=1360),
    Picture("citation", "/?q=insulin", height=720, click="Cite"),
    Picture("telephone", "/?q=grain", width=390, height=900, dark=True),
)


@contextmanager
def browsing() -> Iterator[tuple[Browser, str]]:
    """A browser that finds the examples at HOST, and the article's id there."""
    with examples(urlsplit(HOST).netloc) as (address, engine):
        article = engine.search(StatementQuery(q=f'"{ARTICLE}"', limit=1)).data[0].article
        rules = f"--host-resolver-rules=MAP {urlsplit(HOST).netloc}:80 {urlsplit(address).netloc}"
        with chromium([rules]) as browser:
            yield browser, article.id


def take(page: Page, picture: Picture, url: str, folder: Path) -> None:
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    page.emulate_media(color_scheme="dark" if picture.dark else "light", reduced_motion="reduce")
    page.goto(url)
    if picture.click:
        page.get_by_text(picture.click, exact=True).first.click()
    if picture.click:
        page.locator("dialog, .context p").first.wait_for()
    page.screenshot(path=folder / f"{picture.name}.png")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with browsing() as (browser, article), browser.new_context() as context:
        context.add_init_script(COPYING)
        page = context.new_page()
        for picture in PICTURES:
            take(page, picture, HOST + picture.path.replace("ARTICLE", article), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
