"""Why there is no article."""

from indexer.inputs.result import Refusal


def test_a_refusal_is_of_the_whole_article_unless_it_names_members() -> None:
    assert Refusal("has no text").places == [("", "has no text")]
    assert Refusal("url: is none", [("url", "is none")]).places == [("url", "is none")]
    assert str(Refusal("url: is none", [("url", "is none")])) == "url: is none"
