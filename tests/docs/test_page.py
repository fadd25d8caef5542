"""docs/page.md shows what its command takes, and nothing else."""

import re
from pathlib import Path

from docs.screenshots import PICTURES, main
from search.language import parse
from tests.forked import Forked

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDE = (DOCS / "page.md").read_text("utf-8")


def test_the_guide_and_the_page_give_the_same_tips_and_all_can_be_searched() -> None:
    form = (ROOT / "api/page/templates/_form.html").read_text("utf-8")
    tips = re.findall(r"<dt><kbd>(.*?)</kbd></dt><dd>(.*?)</dd>", form)
    assert tips == re.findall(r"^\| `(.*?)` \| (.*?) \|$", GUIDE, re.MULTILINE)
    for written, _ in tips:
        parse(written)


def test_every_picture_is_shown_and_there() -> None:
    shown = re.findall(r"!\[[^\]]{10,}\]\(page/(\w+)\.png\)", GUIDE)
    assert sorted(shown) == sorted(picture.name for picture in PICTURES)
    assert {file.stem for file in (DOCS / "page").iterdir()} == set(shown)


def take_all(folder: str) -> None:
    main(Path(folder))


def test_the_command_takes_them_all(chromium_path: Path, tmp_path: Path) -> None:
    command = Forked(tmp_path, command=take_all)
    _, told = command.communicate(timeout=120)
    assert command.returncode == 0, told
    for picture in PICTURES:
        content = (tmp_path / f"{picture.name}.png").read_bytes()
        size = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
        assert size == (picture.width, picture.height)
