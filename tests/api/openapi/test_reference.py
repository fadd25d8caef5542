import re
import shlex
from html import unescape
from urllib.parse import urlsplit

import flask
import pytest
from flask.testing import FlaskClient

from api.openapi.reference import kind, markdown


@pytest.fixture(scope="module")
def page(app: flask.Flask) -> str:
    return app.test_client().get("/docs").text


def test_it_shows_every_operation_parameter_shape_and_error(page: str, client: FlaskClient) -> None:
    described = client.get("/v1/openapi.json").json
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            assert f'<span class="method">{method.upper()}</span> {path}</a></h3>' in page
            assert f'id="{operation["operationId"]}"' in page
            for parameter in operation["parameters"]:
                assert f"<dt><code>{parameter['name']}</code>" in page
    for name, schema in described["components"]["schemas"].items():
        assert f'id="shape-{name}"' in page
        assert all(f"<dt><code>{member}</code></dt>" in page for member in schema["properties"])
    assert 'id="error-unbalanced-quote"' in page


def test_every_anchor_leads_somewhere_and_none_is_there_twice(page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_every_command_asks_this_server(page: str, client: FlaskClient) -> None:
    commands = [shlex.split(unescape(each)) for each in re.findall(r'<pre class="curl"><code>(.*?)</code>', page)]
    assert len(commands) > 10
    for curl, *words in commands:
        assert curl == "curl"
        (address,) = [word for word in words if word.startswith("http://localhost/v1/")]
        if "-X" not in words:
            answer = client.get(address.removeprefix("http://localhost"))
            assert answer.status_code in (200, 404)  # the corpus is another


def test_it_asks_no_other_host_and_holds_no_script_or_style(page: str) -> None:
    loaded = re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"', page)
    assert loaded
    assert all(not urlsplit(unescape(address)).netloc for address in loaded)
    assert not re.search(r"<script|<style| style=| on\w+=", page)


def test_it_is_right_behind_a_proxy(client: FlaskClient) -> None:
    page = client.get("/docs", base_url="https://press.example/demarche").text
    assert "curl 'https://press.example/demarche/v1/statements?" in unescape(page)
    assert 'href="/demarche/v1/openapi.json"' in page


def test_a_kind_is_told_in_words() -> None:
    assert kind({"type": "integer", "minimum": 1, "maximum": 100}) == "integer, 1 to 100"
    assert kind({"type": "array", "items": {"$ref": "#/components/schemas/Cue"}}) == (
        'list of <a href="#shape-Cue">Cue</a>'
    )
    assert kind({"anyOf": [{"type": "string"}, {"type": "null"}]}) == "string or null"
    assert kind({"enum": ["a", None]}) == "<code>&#34;a&#34;</code> | <code>null</code>"


def test_html_in_a_description_is_shown_and_not_run() -> None:
    assert markdown("`a` <script>", inline=True) == "<code>a</code> &lt;script&gt;"
