import json
from pathlib import Path

from tests.indexer.commands.command import Run


def test_articles_go_with_their_statements(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("A Title\n\n“The road is open,” the minister said.\n", "utf-8")
    article_id = json.loads(run("extract", path).stdout)["id"]
    run("index", path)
    assert "articles    1\nstatements  1\n" in run("status").stdout
    ran = run("delete", article_id)
    assert (ran.exit_code, ran.stdout) == (0, f"{article_id} deleted\n")
    assert "articles    0\nstatements  0\n" in run("status").stdout


def test_an_unknown_id_is_named_and_the_others_go(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("A Title\n\nIt rained.\n", "utf-8")
    article_id = json.loads(run("extract", path).stdout)["id"]
    run("index", path)
    ran = run("delete", "nosuchid", article_id)
    assert ran.exit_code == 1
    assert ran.stderr == "demarche: no article has the id nosuchid\n"
    assert ran.stdout == f"{article_id} deleted\n"
