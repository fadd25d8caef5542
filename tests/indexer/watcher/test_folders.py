import os
from pathlib import Path

import pytest

from indexer.watcher.folders import PORTION, Folders
from tests.indexer.readers.closed_folder import too_deep


def names(folders: Folders) -> list[str]:
    """What a look finds due, which is then dealt with."""
    folders.look()
    due = list(folders.portion())
    folders.done(due)
    return [file.path.name for file in due]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders([tmp_path])


def test_a_file_is_due_once_it_has_held_still(tmp_path: Path, folders: Folders) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Half", "utf-8")
    assert names(folders) == []
    path.write_text("Half a text", "utf-8")
    assert names(folders) == []
    assert names(folders) == ["a.txt"]
    assert names(folders) == []


def test_a_changed_file_is_due_again(tmp_path: Path, folders: Folders) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A text", "utf-8")
    names(folders), names(folders)
    path.write_text("B text", "utf-8")
    os.utime(path, ns=(1, 1))
    assert [names(folders), names(folders)] == [[], ["a.txt"]]


def test_another_file_in_its_place_is_due_though_size_and_time_are_the_same(tmp_path: Path, folders: Folders) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.other"
    path.write_text("A text", "utf-8")
    os.utime(path, ns=(1, 1))
    names(folders), names(folders)
    other.write_text("B text", "utf-8")
    os.utime(other, ns=(1, 1))
    other.replace(path)
    assert [names(folders), names(folders)] == [[], ["a.txt"]]


def test_a_file_that_is_gone_is_forgotten_and_may_come_again(tmp_path: Path, folders: Folders) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A text", "utf-8")
    names(folders), names(folders)
    path.rename(tmp_path / ".hidden")
    assert names(folders) == []
    assert not folders.seen
    (tmp_path / ".hidden").rename(path)
    assert [names(folders), names(folders)] == [[], ["a.txt"]]


def test_a_folder_that_is_gone_is_looked_for_again(tmp_path: Path) -> None:
    folder = tmp_path / "mounted"
    folders = Folders([folder])
    assert names(folders) == []
    folder.mkdir()
    (folder / "a.txt").write_text("A text", "utf-8")
    assert [names(folders), names(folders)] == [[], ["a.txt"]]


def test_a_file_that_is_named_is_watched_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "articles"
    path.write_text("A text", "utf-8")
    folders = Folders([path])
    assert [names(folders), names(folders)] == [[], ["articles"]]


def test_what_no_reader_is_for_is_told_once(tmp_path: Path, folders: Folders) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"")
    assert folders.look() == []
    assert [path.name for path in folders.look()] == ["picture.jpg"]
    os.utime(tmp_path / "picture.jpg", ns=(1, 1))
    assert [*folders.look(), *folders.look()] == []


def test_many_files_come_in_portions_and_stay_due_until_done(tmp_path: Path, folders: Folders) -> None:
    for number in range(PORTION + 1):
        (tmp_path / f"{number:04}.txt").write_text("A text", "utf-8")
    folders.look(), folders.look()
    first = folders.portion()
    assert len(first) == PORTION
    assert folders.portion() == first
    folders.done(first)
    assert [file.path.name for file in folders.portion()] == [f"{PORTION:04}.txt"]


def test_a_folder_that_cannot_be_looked_through_is_due_once(tmp_path: Path, folders: Folders) -> None:
    closed = too_deep(tmp_path)
    assert [names(folders), names(folders), names(folders)] == [[], [closed.name], []]
    assert folders.told == set()


def test_a_place_that_cannot_be_looked_at_is_due_once(tmp_path: Path) -> None:
    folders = Folders([tmp_path / ("a" * 300)])
    assert [names(folders), names(folders), names(folders)] == [[], ["a" * 300], []]


def test_a_link_that_leads_out_is_told_once_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("A text.", "utf-8")
    (folder / "away.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "named.txt").write_text("A text.", "utf-8")
    (folder / "within.txt").symlink_to("named.txt")
    folders = Folders([folder])
    folders.look()
    assert folders.look() == [folder / "away.txt"]
    assert folders.leads_out(folder / "away.txt")
    assert sorted(file.path.name for file in folders.portion()) == ["named.txt", "within.txt"]
    assert folders.look() == []
