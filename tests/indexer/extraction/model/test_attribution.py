from indexer.extraction.model.attribution import Rule


def test_a_rule_is_shown_by_its_name_and_each_has_another() -> None:
    assert f"{Rule.QUOTE_BESIDE_CUE}" == "quote beside its cue"
    assert len({str(rule) for rule in Rule}) == len(Rule)
