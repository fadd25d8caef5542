"""Write models.py from the API's own description: `python -m docs.client.generate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from datamodel_code_generator import Formatter, InputFileType, LiteralType, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType

from api.app import create_app
from schemas.settings import Settings

MODELS = Path(__file__).with_name("models.py")
HEADER = '"""What the API answers: made from its description by `python -m docs.client.generate`, not by hand."""'
LIMITS = {"additionalProperties", "anyOf", "format", "pattern", "minimum", "maximum", "minItems", "maxItems"}


def models() -> str:
    app = create_app(settings=Settings(engine="http://127.0.0.1:9"))  # describing needs no engine that answers
    described: Any = app.test_client().get("/v1/openapi.json").get_json()
    shapes = {"schemas": described["components"]["schemas"]}
    written = generate(
        plain({"openapi": described["openapi"], "info": described["info"], "paths": {}, "components": shapes}),
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.TypingTypedDict,
        target_python_version=PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        use_union_operator=True,
        use_standard_collections=True,
        disable_timestamp=True,
        custom_file_header=HEADER,
        formatters=[Formatter.RUFF_FORMAT],
    )
    assert isinstance(written, str)
    return written.rstrip() + "\n"


def plain(node: Any) -> Any:
    """Types alone: what a value may be beyond them is the server's business."""
    match node:
        case {"type": _}:
            return {name: plain(value) for name, value in node.items() if name not in LIMITS}
        case dict():
            return {name: plain(value) for name, value in node.items()}
        case list():
            return [plain(each) for each in node]
    return node


if __name__ == "__main__":
    MODELS.write_text(models(), encoding="utf-8")
