"""ZIP archives beside the golden pairs: what is within, and names that are none."""

import io
import zipfile
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded, Refused
from indexer.readers.dispatcher import Dispatcher, read
from indexer.readers.files import find


def test_columns_reach_into_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "headline,text\nA,One.\n")
    (loaded,) = Dispatcher({"title": "headline"}).read(find([tmp_path]).files)
    assert isinstance(loaded, Loaded)
    assert loaded.article.title == "A"


@pytest.mark.parametrize("places", [1, 2])
def test_a_name_in_a_zip_that_is_said_to_be_utf_8_and_is_not(tmp_path: Path, places: int) -> None:
    """Before the file itself, or in the table of contents too, without which nothing can be read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("é.txt", "One.")
        archive.writestr("b.txt", "Two.")
    content = packed.getvalue()
    for _ in range(places):
        content = content.replace("é".encode(), b"\xff\xfe", 1)
    (tmp_path / "a.zip").write_bytes(content)
    (tmp_path / "b.txt").write_text("Three.", "utf-8")
    refused, *loaded = read(find([tmp_path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("is damaged: 'utf-8' codec can't decode")
    texts = [found.article.text for found in loaded if isinstance(found, Loaded)]
    assert texts == (["Two.", "Three."] if places == 1 else ["Three."])
