import os
from pathlib import Path

import pytest

from indexer.inputs.result import Refused
from indexer.readers.dispatcher import read
from indexer.readers.files import File, find
from indexer.readers.registry import known_suffix, readers
from tests.indexer.readers.closed_folder import too_deep


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A text.", "utf-8")


def names(found: list[Path], folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in found]


def test_a_folder_is_read_by_name_and_to_its_depths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.TXT", "a/b/c.jsonl", "a/a.ndjson")
    found = find([tmp_path])
    assert names([file.path for file in found.files], tmp_path) == ["b.txt", "a/a.ndjson", "a/z.TXT", "a/b/c.jsonl"]
    assert found.size == 4 * len("A text.")


def test_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", ".git/config.txt", "seen.txt")
    found = find([tmp_path])
    assert names([file.path for file in found.files], tmp_path) == ["seen.txt"]
    assert found.other == []


def test_a_folders_other_files_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "picture.jpg", "one.txt")
    found = find([tmp_path])
    assert names([file.path for file in found.files], tmp_path) == ["one.txt"]
    assert names(found.other, tmp_path) == ["README.md", "picture.jpg"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "one.txt")
    os.mkfifo(tmp_path / "pipe.ndjson")
    found = find([tmp_path])
    assert names([file.path for file in found.files], tmp_path) == ["one.txt"]
    assert names(found.other, tmp_path) == ["pipe.ndjson"]


def test_a_link_that_leads_out_of_a_folder_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write(tmp_path, "folder/one.txt", "folder/inner/two.txt", "secret.txt", "folder-beside/three.txt")
    for name, to in {
        "up.txt": "../secret.txt",
        "away.txt": tmp_path / "secret.txt",
        "beside.txt": tmp_path / "folder-beside" / "three.txt",
        "nowhere.txt": "../nowhere.txt",
        "around.txt": "around.txt",
        "within.txt": "inner/two.txt",
    }.items():
        (folder / name).symlink_to(to)
    (tmp_path / "link").symlink_to(folder)
    for named in (folder, tmp_path / "link"):
        found = find([named])
        read = names([file.path for file in found.files if isinstance(file, File)], named)
        assert read == ["around.txt", "one.txt", "within.txt", "inner/two.txt"]
        assert names(found.outside, named) == ["away.txt", "beside.txt", "nowhere.txt", "up.txt"]
        assert found.other == []
    (file,) = find([folder / "up.txt"]).files  # whoever names a link means what it leads to
    assert isinstance(file, File)


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    write(tmp_path, "README.md")
    (file,) = find([tmp_path / "README.md"]).files
    assert file.reader is None


def test_paths_keep_their_order(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    found = find([tmp_path / "b.txt", Path("-"), tmp_path / "a.txt"])
    assert [file.path.name for file in found.files] == ["b.txt", "-", "a.txt"]


def test_the_readers_find_themselves() -> None:
    names = [reader.name for reader in readers()]
    assert names == ["dump", "feed", "gdelt", "html", "json", "ndjson", "packed", "table", "tar", "warc", "zip"]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", ".txt"),
        ("a.b.NDJSON", ".ndjson"),
        ("20230717120000.gqg.json", ".gqg.json"),
        ("20230717120000.gqg.json.gz", ".gz"),
        ("news.warc.gz", ".gz"),
        ("a.json", ""),
        (".json", ""),
        ("a.txt/b", ""),
        ("README", ""),
    ],
)
def test_the_longest_suffix_that_a_reader_claims_counts(name: str, suffix: str) -> None:
    assert known_suffix(name) == suffix


def test_a_folder_that_cannot_be_looked_through_is_opened_which_names_why(tmp_path: Path) -> None:
    """Whoever tests may be root, who may look through anything, but not through what has too long a name."""
    write(tmp_path, "a.txt")
    closed = too_deep(tmp_path)
    found = find([tmp_path])
    assert [file.path for file in found.files if isinstance(file, File)] == [tmp_path / "a.txt", closed]
    assert found.other == []
    _, refused = read(found.files)
    assert isinstance(refused, Refused)
    assert (refused.origin.name, refused.reason) == (str(closed), "can't be read: File name too long")
