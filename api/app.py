"""The application: `create_app()` gives the API and the page over one engine."""

from __future__ import annotations

import flask
from werkzeug.middleware.proxy_fix import ProxyFix

import api.access.authentication
import api.access.rate_limits
import api.context
import api.errors.handler
import api.middleware.conditional_requests
import api.middleware.cors
import api.middleware.hosts
import api.middleware.request_log
import api.middleware.time_limit
import api.monitoring.health
import api.monitoring.metrics
import api.openapi.reference
import api.openapi.specification
import api.page.comparison.views
import api.page.environment
import api.page.profile.views
import api.page.report.views
import api.page.timeline_table
import api.page.views
import api.v1.articles
import api.v1.counts
import api.v1.exports
import api.v1.feed
import api.v1.ingestion
import api.v1.parties
import api.v1.statements
import api.v1.timeline
from api.middleware.json_provider import OrjsonProvider
from schemas.settings import Reading, Settings
from search.engine import Engine
from search.opening import open_engine

SEARCHES = (
    api.v1.statements.blueprint,
    api.v1.exports.blueprint,
    api.v1.feed.blueprint,
    api.v1.articles.blueprint,
    api.v1.counts.blueprint,
    api.v1.parties.blueprint,
    api.v1.timeline.blueprint,
)


class Demarche(flask.Flask):
    json_provider_class = OrjsonProvider


def create_app(engine: Engine | None = None, settings: Settings | None = None) -> flask.Flask:
    """Searches `engine`, or else the one that `settings` name, which come from the environment if not given.

    ValueError for settings or an address that can't be read. The engine need not answer yet.
    """
    app = Demarche("api", static_folder="page/static", template_folder="page/templates")
    app.url_map.strict_slashes = False
    settings = settings or Settings.from_environment()
    api.context.init_app(app, engine or open_engine(settings.engine, make=False), settings)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    api.middleware.request_log.init_app(app)
    api.middleware.hosts.init_app(app, settings.hosts)
    api.middleware.time_limit.init_app(app)
    api.monitoring.metrics.init_app(app)
    api.access.authentication.init_app(app, settings)
    api.access.rate_limits.init_app(app, settings)
    api.middleware.cors.init_app(app, settings)
    for blueprint in (*SEARCHES, api.v1.ingestion.blueprint):
        app.register_blueprint(blueprint)
    api.openapi.specification.init_app(app, (*SEARCHES, api.v1.ingestion.blueprint))
    api.middleware.conditional_requests.init_app(
        app, frozenset(blueprint.name for blueprint in SEARCHES), private=settings.reading is Reading.KEY
    )
    app.register_blueprint(api.openapi.specification.blueprint)
    app.register_blueprint(api.monitoring.health.blueprint)
    app.register_blueprint(api.openapi.reference.blueprint)
    app.register_blueprint(api.page.views.blueprint)
    app.register_blueprint(api.page.timeline_table.blueprint)
    app.register_blueprint(api.page.profile.views.blueprint)
    app.register_blueprint(api.page.comparison.views.blueprint)
    api.page.environment.init_app(app)
    api.page.report.views.init_app(app, settings)
    api.errors.handler.init_app(app)
    if settings.proxies:
        app.wsgi_app = api.middleware.hosts.with_checked_prefix(app.wsgi_app)  # type: ignore[method-assign, assignment]
        each = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, each, each, each, 0, each)  # type: ignore[method-assign]
    return app
