"""The pictures under api/page/static/flags, which are not ours: what they are, and what they must not do."""

import re
from pathlib import Path
from xml.etree import ElementTree

import api.page
from schemas.geography.countries import country_names

FLAGS = Path(api.page.__file__).parent / "static/flags"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "path", "g", "circle", "ellipse", "rect", "defs", "use", "clipPath", "mask"}


def test_every_country_has_one_and_none_is_left_over() -> None:
    assert {flag.stem.upper() for flag in FLAGS.glob("*.svg")} == set(country_names())


def test_where_they_are_from_and_their_licence_stand_beside() -> None:
    assert "MIT" in (FLAGS / "LICENSE.txt").read_text("utf-8")
    assert re.search(r"country-flag-icons \d+\.\d+\.\d+.*sha512-\S{80,}", (FLAGS / "README.txt").read_text(), re.DOTALL)


def test_a_flag_is_small_and_only_a_drawing() -> None:
    for flag in FLAGS.glob("*.svg"):
        assert flag.stat().st_size < 6_000, flag
        for element in ElementTree.parse(flag).iter():
            assert element.tag.removeprefix(SVG) in DRAWN, flag
            for name, value in element.items():
                assert not name.lower().startswith(("on", "style")), flag
                assert "href" not in name or value.startswith("#"), flag
                assert "url(" not in value or "url(#" in value, flag
