import sys
from pathlib import Path

import pytest

from schemas.extras import is_installed, missing

METADATA = """\
Metadata-Version: 2.4
Name: parcel
Version: 1.0
Requires-Dist: nowhere-at-all>=2
Requires-Dist: click<9,>=8
Requires-Dist: click; extra == "post"
Requires-Dist: no.such-package<4,>=3.8; extra == "post"
Requires-Dist: nor_this==1; python_version >= "3" and extra == "post"
Requires-Dist: parcel[post]; extra == "poste"
"""


@pytest.fixture
def parcel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that is installed, with an extra that is so in part."""
    folder = tmp_path / "parcel-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(METADATA)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return "parcel"


def test_what_is_not_installed_of_an_extra_is_named(parcel: str) -> None:
    assert missing("post", parcel) == ("no.such-package", "nor_this")


def test_an_extra_that_is_there_or_unknown_lacks_nothing(parcel: str) -> None:
    assert missing("poste", parcel) == ()
    assert missing("cargo", parcel) == ()


def test_a_package_is_installed_by_its_name_in_any_spelling() -> None:
    assert is_installed("click")
    assert is_installed("flask_cors")
    assert is_installed("flask-cors")
    assert not is_installed("no.such-package")
