import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks import frozen


@pytest.fixture(autouse=True)
def _digests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen, "DIGESTS", tmp_path / "frozen.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def hold(folder: Path, *texts: str) -> None:
    lines = [json.dumps({"id": f"article {number}", "text": text}) for number, text in enumerate(texts, 1)]
    (folder / "dev.jsonl").write_text("\n".join(lines), encoding="utf-8")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(frozen.main, [str(argument) for argument in arguments])


def test_what_changed_is_named_and_shown(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    hold(folder, "Ilk said it rained.", "Vorn said it snowed.")
    assert run(folder, "--kept", kept, "--write").output == "2 articles are frozen.\n"
    assert run(folder).exit_code == 0
    hold(folder, "Ilk said it rained.", "Vorn said it poured.", "Ilk said it hailed.")
    result = run(folder, "--kept", kept)
    assert result.exit_code == 1
    assert "dev:2 article 2: changed\n--- before\n+++ now\n" in result.output
    assert '-  10…19 "it snowed"\n+  10…19 "it poured"\n' in result.output
    assert result.output.endswith("dev:3 article 3: new\n2 of 3 articles changed.\n")


def test_what_is_gone_is_named(folder: Path) -> None:
    hold(folder, "Ilk said it rained.", "Vorn said it snowed.")
    run(folder, "--write")
    hold(folder, "Ilk said it rained.")
    result = run(folder)
    assert (result.exit_code, result.output) == (1, "dev:2 is gone\n0 of 1 articles changed.\n")


def test_no_text_is_kept_in_the_repository(folder: Path) -> None:
    hold(folder, "Ilk said it rained.")
    result = run(folder, "--kept", frozen.REPOSITORY / "kept", "--write")
    assert result.exit_code == 2
    assert "within the repository" in result.output
    assert not frozen.DIGESTS.exists()


def test_a_folder_without_articles_is_no_success(folder: Path) -> None:
    assert run(folder).exit_code == 2
