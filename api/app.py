"""The application: `create_app()` gives the API and the page over one engine."""

from __future__ import annotations

import flask
from werkzeug.middleware.proxy_fix import ProxyFix

import api.auth
import api.budget
import api.conditional
import api.cors
import api.documentation
import api.engine
import api.errors
import api.health
import api.hosts
import api.limits
import api.metrics
import api.openapi
import api.pages.profiles
import api.pages.rendering
import api.pages.views
import api.requests
import api.v1.articles
import api.v1.counts
import api.v1.exports
import api.v1.feed
import api.v1.statements
import api.v1.timeline
import api.v1.writing
from api.json import OrjsonProvider
from schemas.settings import Reading, Settings
from search.engine import Engine
from search.opening import open_engine

BELOW_V1 = (api.v1.statements, api.v1.exports, api.v1.feed, api.v1.articles, api.v1.counts, api.v1.timeline)


class Demarche(flask.Flask):
    json_provider_class = OrjsonProvider


def create_app(engine: Engine | None = None, settings: Settings | None = None) -> flask.Flask:
    """Searches `engine`, or else the one that `settings` name, which come from the environment if not given.

    ValueError for settings or an address that can't be read. The engine need not answer yet.
    """
    app = Demarche("api", static_folder="pages/static", template_folder="pages/templates")
    app.url_map.strict_slashes = False
    settings = settings or Settings.from_environment()
    app.config[api.v1.exports.LIMIT] = settings.export_limit
    api.engine.init_app(app, engine or open_engine(settings.engine, make=False))
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.config["MAX_SPLIT"] = settings.max_split
    api.requests.init_app(app)
    api.hosts.init_app(app, settings.hosts)
    api.budget.init_app(app, settings)
    api.metrics.init_app(app)
    api.auth.init_app(app, settings)
    api.limits.init_app(app, settings)
    api.cors.init_app(app, settings)
    described = api.openapi.init_app(app)
    for module in (*BELOW_V1, api.v1.writing):
        described.register_blueprint(module.blueprint)
    api.conditional.init_app(
        app, frozenset(module.blueprint.name for module in BELOW_V1), private=settings.reading is Reading.KEY
    )
    app.register_blueprint(api.health.blueprint)
    app.register_blueprint(api.documentation.blueprint)
    app.register_blueprint(api.pages.views.blueprint)
    app.register_blueprint(api.pages.profiles.blueprint)
    api.pages.rendering.init_app(app)
    api.errors.init_app(app)
    if settings.proxies:
        app.wsgi_app = api.hosts.with_checked_prefix(app.wsgi_app)  # type: ignore[method-assign, assignment]
        each = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, each, each, each, 0, each)  # type: ignore[method-assign]
    return app
