"""An installation without the extra `index`, as requirements-serve.txt makes it: it searches, serves, and says what it
can't do.

It is a folder of links to what that file names, and Python is told to look nowhere else.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from api.access.key_file import Keys
from search.opening import open_engine
from tests.api.corpus import said, split
from tests.api.serving import serving

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([\w.-]+)==", re.MULTILINE)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, and in it what pip would write of Demarche itself."""
    folder = tmp_path_factory.mktemp("installed")
    source = tmp_path_factory.mktemp("source")
    licences = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license-files"]
    for file in ("pyproject.toml", "README.md", *licences):
        (source / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, source / file)
    write = f"from setuptools.build_meta import prepare_metadata_for_build_wheel as write; write({str(folder)!r})"
    subprocess.run([sys.executable, "-c", write], cwd=source, check=True, capture_output=True)
    for name in set(PINNED.findall((ROOT / "requirements-serve.txt").read_text("utf-8"))):
        try:
            found = distribution(name)
        except PackageNotFoundError:  # of another system
            continue
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            (folder / top).symlink_to(str(found.locate_file(top)))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> str:
    """An index with one article and one statement."""
    address = f"embedded://{tmp_path}/index"
    with open_engine(address) as engine:
        engine.replace([split("Peru opened the bridge.", said("Peru opened the bridge."), title="A bridge")])
    return address


def python(installed: Path, code: str) -> list[str]:
    """The command of a Python that knows that folder and the repository, and no packages but these."""
    return [sys.executable, "-I", "-S", "-c", f"import sys; sys.path += {[str(installed), str(ROOT)]}; {code}"]


def demarche(installed: Path, *lines: Sequence[str]) -> list[tuple[int, str, str]]:
    """The exit code, output and errors of each, one after the other in one process."""
    code = (
        "import json; from click.testing import CliRunner; from indexer.commands import main; "
        f"ran = [CliRunner().invoke(main, line, prog_name='demarche') for line in {lines}]; "
        "print(json.dumps([(each.exit_code, each.stdout, each.stderr) for each in ran]))"
    )
    ran = subprocess.run(python(installed, code), capture_output=True, text=True, check=True)
    found: list[tuple[int, str, str]] = json.loads(ran.stdout)
    return found


def test_only_what_serving_needs_is_there(installed: Path) -> None:
    code = "from importlib.util import find_spec; print([name for name in ('numpy', 'spacy') if find_spec(name)])"
    assert subprocess.run(python(installed, code), capture_output=True, text=True).stdout == "['numpy']\n"


def test_every_module_that_serves_can_be_imported(installed: Path) -> None:
    code = (
        "from importlib import import_module; from pkgutil import walk_packages; import api, schemas, search; "
        "[import_module(each.name) for room in (api, schemas, search) "
        "for each in walk_packages(room.__path__, room.__name__ + '.')]"
    )
    subprocess.run(python(installed, code), check=True)


def test_it_serves_and_says_what_it_can_not_do(installed: Path, index: str, tmp_path: Path) -> None:
    keys = Keys(tmp_path / "keys.json")
    key = keys.add("writer", write=True)
    command = ["env", f"DEMARCHE_KEYS={keys.path}", *python(installed, "from api.server.serve import serve; serve()")]
    with serving(index, "--workers", "1", command=command) as (url, _):
        assert b"Lowland Gazette" in ask(f"{url}/?q=bridge")[1]
        (statement,) = json.loads(ask(f"{url}/v1/statements?q=bridge")[1])["data"]
        for address in ("/v1/articles", "/v1/extract"):
            status, told = ask(url + address, key, {"text": "Peru said that it would open the bridge."})
            problem = json.loads(told)
            assert (status, problem["code"]) == (501, "extraction-not-installed")
            assert "pip install '.[index]'" in problem["hint"]
        gone = urllib.request.Request(f"{url}/v1/articles/{statement['article']['id']}", method="DELETE")
        assert ask(gone, key)[0] == 204


def ask(address: str | urllib.request.Request, key: str = "", body: object = None) -> tuple[int, bytes]:
    asked = address if isinstance(address, urllib.request.Request) else urllib.request.Request(address)
    if body is not None:
        asked.data = json.dumps(body).encode()
        asked.add_header("Content-Type", "application/json")
    if key:
        asked.add_header("Authorization", f"Bearer {key}")
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_commands_that_split_name_what_is_missing_and_how_to_get_it(
    installed: Path, index: str, tmp_path: Path
) -> None:
    stored, articles = ("--engine", index), str(tmp_path)
    lines = [
        ("extract", articles),
        ("index", articles, *stored),
        ("rebuild", *stored),
        ("retry", *stored),
        ("watch", articles, *stored),
    ]
    for exit_code, _, told in demarche(installed, *lines):
        assert exit_code == 2
        assert "spacy" in told
        assert "pip install '.[index]'" in told


def test_other_commands_and_all_help_need_nothing_more(installed: Path, index: str) -> None:
    status, export, help_of_index, help_of_all = (
        told
        for _, told, _ in demarche(
            installed,
            ("status", "--json", "--engine", index),
            ("export", "articles", "--engine", index),
            ("index", "--help"),
            ("--help",),
        )
    )
    assert json.loads(status)["outdated"] is None
    assert "Peru opened the bridge" in export
    assert "Split articles" in help_of_index
    assert "watch" in help_of_all
