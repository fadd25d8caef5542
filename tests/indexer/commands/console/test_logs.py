import pytest
import structlog

from indexer.commands.console.logs import event_log, quiet_logs
from indexer.inputs.defects import tell_defect


@pytest.mark.parametrize(("debug", "shown"), [("true", True), ("false", False), ("neither", False)])
def test_the_traceback_of_what_nobody_foresaw_is_logged_where_that_is_asked_for(
    debug: str, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMARCHE_DEBUG", debug)
    with quiet_logs():
        try:
            {}["came apart"]
        except KeyError as error:
            tell_defect(error, "read", "a.csv")
        structlog.get_logger("indexer").error("told in any case")
    told = capsys.readouterr()
    assert told.out == ""
    assert "told in any case" in told.err
    assert ("Traceback" in told.err and "came apart" in told.err) == shown


def test_no_line_has_what_lets_somebody_in(capsys: pytest.CaptureFixture[str]) -> None:
    before = structlog.get_config()
    event_log()
    try:
        told = {"origin": "https://a:hunter2@h.example/", "feeds": ["https://h.example/?key=hunter2"]}
        structlog.get_logger().warning("refused", **told)
    finally:
        structlog.configure(**before)
    line = capsys.readouterr().err
    assert "hunter2" not in line
    assert "https://***@h.example/" in line
    assert "https://h.example/?key=***" in line
