from pathlib import Path

import pytest

from search.elastic.engine import ElasticEngine
from search.embedded.engine import EmbeddedEngine
from search.opening import open_engine


def test_a_path_opens_the_embedded_engine(tmp_path: Path) -> None:
    with open_engine(f"embedded://{tmp_path}/a%20folder") as engine:
        assert isinstance(engine, EmbeddedEngine)
        assert engine.status().location == f"{tmp_path}/a folder"


def test_an_address_opens_elasticsearch_without_asking_it() -> None:
    with open_engine("http://127.0.0.1:1") as engine:
        assert isinstance(engine, ElasticEngine)


@pytest.mark.parametrize("address", ["embedded://folder/index", "embedded://anna:secret@host/", "embedded://secret℀"])
def test_a_relative_path_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match="three slashes") as caught:
        open_engine(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("address", ["htps://elastic:secret@search.example:9200", "", "/folder"])
def test_what_names_no_engine_is_refused_without_repeating_its_password(address: str) -> None:
    with pytest.raises(ValueError, match="names no engine") as caught:
        open_engine(address)
    assert "secret" not in str(caught.value)
