"""docs/page.md shows what its command takes, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

from docs.screenshots import PICTURES
from search.language import parse

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


def test_the_command_takes_them_all(chromium_path: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "docs.screenshots", str(tmp_path)], cwd=ROOT, check=True, timeout=120)
    for picture in PICTURES:
        content = (tmp_path / f"{picture.name}.png").read_bytes()
        size = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
        assert size == (picture.width, picture.height)
