"""A table of people, from the file to what is served."""

import os
import subprocess
from pathlib import Path

from api.app import create_app
from search.opening import open_engine
from tests.indexer.commands.command import COMMAND, Run


def demarche(*arguments: str, people: Path) -> str:
    """A process of its own: the table is read, and is a part of the version, from its start."""
    environment = os.environ | {"DEMARCHE_PEOPLE": str(people)}
    return subprocess.run([COMMAND, *arguments], env=environment, capture_output=True, text=True, check=True).stdout


def test_a_change_of_the_table_makes_a_rebuild_due_which_brings_its_ids(run: Run, address: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A Title\n\nPolish Minister Jan Kos said the road was open.\n", "utf-8")
    run("index", tmp_path / "one.txt")
    assert "rebuild" not in run("status").stdout
    table = tmp_path / "people.csv"
    table.write_text("id,names,office,country,from\nq1,Jan Kos,transport minister,PL,2020\n", "utf-8")
    assert "1 article split by another version" in demarche("status", people=table)
    demarche("rebuild", people=table)
    with open_engine(address) as engine:
        client = create_app(engine).test_client()
        assert [row["value"] for row in client.get("/v1/speakers").json["data"]] == ["q1"]
        assert client.get("/v1/speakers/q1").json["data"]["name"] == "Jan Kos"
        assert client.get("/speakers/jan%20kos").headers["Location"] == "/speakers/q1"
