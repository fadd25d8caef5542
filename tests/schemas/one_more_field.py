"""A table with one more line: `python -m tests.schemas.one_more_field FOLDER` prints what is made of it, as JSON.

In a process of its own, for everything is made from the table when it is imported.
"""

from __future__ import annotations

import json
import sys

from schemas import fields
from schemas.fields import Counts, Field, Value
from schemas.statement import FoundStatement
from tests.schemas.table import change_table


def role(found: FoundStatement) -> tuple[str, ...]:
    speaker = found.statement.speaker
    return (speaker.role,) if speaker and speaker.role else ()


def role_id(found: FoundStatement) -> tuple[str, ...]:
    return tuple(f"role:{each.replace(' ', '-')}" for each in role(found))


ROLE = Field(
    "role",
    Value.BODY,
    role_id,
    label="Office",
    meaning="words of the speaker's role",
    example=("ambassador",),
    synonyms=("office",),
    spelling=role,
    counts=Counts("roles", "Roles of the speakers"),
)


def main(folder: str) -> None:
    from api.app import create_app
    from docs.parameters import GUIDE, written
    from search.elastic.index.mapping import STATEMENTS
    from search.opening import open_engine
    from tests.contract.corpus import CORPUS

    with open_engine(f"embedded://{folder}/index") as engine:
        engine.replace(CORPUS)
        client = create_app(engine).test_client()
        described = client.get("/v1/openapi.json").get_json()["paths"]
        found = {
            "filtered": client.get("/v1/statements?role=foreign&facets=role").get_json(),
            "within": client.get('/v1/statements?q=role:"Foreign Minister" OR role:spokesman').get_json(),
            "synonym": client.get("/v1/statements?q=office:ambassador").get_json(),
            "listed": client.get("/v1/roles?prefix=amb").get_json(),
            "page": client.get("/?role=ambassador").text,
            "described": [each for each in described["/v1/statements"]["get"]["parameters"] if each["name"] == "role"],
            "summary": described["/v1/roles"]["get"]["summary"],
            "mapping": {name: kind for name, kind in STATEMENTS["properties"].items() if name.startswith("role")},
            "guide": [row for row in written(GUIDE.read_text("utf-8")).splitlines() if "`role`" in row],
        }
    print(json.dumps(found))


if __name__ == "__main__":
    change_table((*fields.FIELDS, ROLE))
    main(sys.argv[1])
