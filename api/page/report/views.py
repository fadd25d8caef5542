"""Reporting a wrong statement: a form, a note in the file of reports, and thanks. It sends nothing to anybody.

Anybody who may read may report, so little is taken: a choice, few words, and not often from one client.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import flask
import structlog
from flask.typing import ResponseReturnValue
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from marshmallow import EXCLUDE, Schema, ValidationError, fields, post_load

from api.access.rate_limits import client
from api.context import current_settings, current_view
from api.errors.failures import Refused
from api.presentation.speech import headline
from api.reports.report_file import MOST_WORDS, Report, ReportsFull, Wrong, add
from schemas.problem import Fault
from schemas.settings import Settings
from schemas.statement import FoundStatement

MOST_SENT = 8_000  # bytes: five hundred characters of any script, and what is around them
RATE = parse("20/hour")  # of one client, in each worker
SHOWN = 200  # characters
LABELS = {
    Wrong.SPEAKER: "Somebody else said it, or nobody knows who",
    Wrong.COUNTRY: "The speaker speaks for another country, or for none",
    Wrong.WORDS: "These are not the words, or they are cut short",
    Wrong.TARGET: "It was said to or about somebody else",
    Wrong.DATE: "It was said on another day",
    Wrong.OTHER: "Something else",
}
FOREIGN = Fault("foreign-form", "this was not sent from a page of this site", hint="open the page and send it again")
TOO_OFTEN = Fault("too-many-requests", "this client reports more often than it may", hint="wait an hour")
FULL = Fault("reports-full", "there is no room for another report", hint="whoever runs this must make some")
UNKEPT = Fault("reports-unwritable", "the report could not be kept", hint="its log tells whoever runs this why")

blueprint = flask.Blueprint("report", __name__)
log = structlog.get_logger("api")


class ReportForm(Schema):
    class Meta:
        unknown = EXCLUDE

    wrong = fields.Enum(Wrong, by_value=True, required=True)
    words = fields.String(load_default="")

    @post_load
    def one_line_end(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        return data | {"words": data["words"].replace("\r\n", "\n").strip()}


def init_app(app: flask.Flask, settings: Settings) -> None:
    """Without reports there are no such addresses, and no links to them."""
    app.jinja_env.globals["takes_reports"] = settings.takes_reports
    if settings.takes_reports:
        app.extensions[__name__] = MovingWindowRateLimiter(MemoryStorage())
        app.register_blueprint(blueprint)


@blueprint.get("/statements/<statement_id>/report")
def form(statement_id: str) -> str:
    return shown(current_view().get(statement_id))


@blueprint.get("/statements/<statement_id>/reported")
def reported(statement_id: str) -> str:
    return flask.render_template("reported.html", found=current_view().get(statement_id))


@blueprint.post("/statements/<statement_id>/report")
def report(statement_id: str) -> ResponseReturnValue:
    flask.request.max_content_length = MOST_SENT
    if not from_this_site(flask.request):
        raise Refused(403, FOREIGN)
    found = current_view().get(statement_id)
    try:
        sent = ReportForm().load(flask.request.form)
    except ValidationError:
        return shown(found, "Choose what is wrong.", flask.request.form.get("words", "")), 400
    if len(sent["words"]) > MOST_WORDS:
        return shown(found, f"Write at most {MOST_WORDS} characters.", sent["words"], sent["wrong"]), 400
    if not flask.current_app.extensions[__name__].hit(RATE, client()):
        raise Refused(429, TOO_OFTEN, headers=(("Retry-After", str(RATE.get_expiry())),))
    keep(Report(statement_id, sent["wrong"], sent["words"], headline(found.statement, SHOWN), now()))
    return flask.redirect(flask.url_for("report.reported", statement_id=statement_id), 303)


def keep(report: Report) -> None:
    try:
        add(current_settings().reports_file, report)
    except ReportsFull as error:
        raise Refused(507, FULL, reason=str(error)) from error
    except OSError as error:
        raise Refused(503, UNKEPT, reason=f"{error.filename}: {error.strerror}") from error


def from_this_site(request: flask.Request) -> bool:
    """Whether a page of ours sent it, or a program, which has no log-in that another page could use. Browsers tell from
    which page a form comes.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site == "same-origin"
    return origin is None or origin.partition("://")[2] == request.host


def shown(found: FoundStatement, mistake: str = "", words: str = "", wrong: Wrong | None = None) -> str:
    return flask.render_template(
        "report.html", found=found, labels=LABELS, mistake=mistake, words=words, wrong=wrong, most=MOST_WORDS
    )


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
