"""Flask's JSON by orjson: UTF-8 as it is, several times faster than the standard library."""

from __future__ import annotations

from typing import Any

import orjson
from flask.json.provider import JSONProvider
from werkzeug.sansio.response import Response


class OrjsonProvider(JSONProvider):
    def dumps(self, obj: Any, **kwargs: Any) -> str:
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        body = orjson.dumps(self._prepare_response_obj(args, kwargs), option=orjson.OPT_APPEND_NEWLINE)
        return self._app.response_class(body, mimetype="application/json")  # type: ignore[arg-type]  # typed as sansio's
