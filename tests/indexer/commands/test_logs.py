import pytest
import structlog

from indexer.commands.logs import quiet_logs
from indexer.readers.unforeseen import unforeseen


@pytest.mark.parametrize(("debug", "shown"), [("true", True), ("false", False), ("neither", False)])
def test_the_traceback_of_what_nobody_foresaw_is_logged_where_that_is_asked_for(
    debug: str, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMARCHE_DEBUG", debug)
    with quiet_logs():
        try:
            {}["came apart"]
        except KeyError as error:
            unforeseen(error, "read", "a.csv")
        structlog.get_logger("indexer").error("told in any case")
    told = capsys.readouterr()
    assert told.out == ""
    assert "told in any case" in told.err
    assert ("Traceback" in told.err and "came apart" in told.err) == shown
