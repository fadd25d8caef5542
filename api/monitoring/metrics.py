"""What happened, counted for Prometheus, at /metrics.

With several workers each counts in files of its own, in a folder that `demarche serve` makes, and whoever is asked adds
them up. No label grows with what people ask for: addresses that do not exist are counted together.
"""

from __future__ import annotations

import os
import time

import flask
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from api.context import current_engine
from api.monitoring.counter_files import FOLDER

NOWHERE = "(none)"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

registry = CollectorRegistry()
requests = Counter("demarche_requests", "Requests answered", ["method", "route", "status"], registry=registry)
seconds = Histogram(
    "demarche_request_seconds",
    "Seconds until an answer begins",
    ["route", "engine"],
    registry=registry,
    buckets=SECONDS,
)
errors = Counter("demarche_errors", "Answers that are problems", ["code"], registry=registry)
articles = Counter("demarche_articles", "Articles received, by what became of them", ["status"], registry=registry)
statements = Counter("demarche_statements_indexed", "Statements indexed", registry=registry)

blueprint = flask.Blueprint("metrics", __name__)


@blueprint.get("/metrics")
def metrics() -> flask.Response:
    """All counters, as text."""
    collected = registry
    if FOLDER in os.environ:
        collected = CollectorRegistry()
        MultiProcessCollector(collected)  # type: ignore[no-untyped-call]
    return flask.Response(generate_latest(collected), mimetype=None, content_type=CONTENT_TYPE_LATEST)


def init_app(app: flask.Flask) -> None:
    app.register_blueprint(blueprint)

    @app.after_request
    def count(response: flask.Response) -> flask.Response:
        rule = flask.request.url_rule
        route = rule.rule if rule else NOWHERE
        requests.labels(known_method(), route, response.status_code).inc()
        seconds.labels(route, current_engine().kind).observe(time.perf_counter() - flask.g.began)
        return response


def known_method() -> str:
    method = flask.request.method
    return method if method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS") else "other"
