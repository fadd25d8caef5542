from __future__ import annotations

from indexer.extraction.lang.cues import Takes, cues, forms
from schemas.statement import Act


def test_each_form_of_a_cue_is_known() -> None:
    forms = {"say", "says", "said", "saying", "denied", "denies", "urging", "told", "undertook"}
    assert forms <= set(cues())
    assert not {"denyed", "urgeing", "pushs"} & set(cues())


def test_the_longest_lemma_comes_first() -> None:
    lemmas = [entry.lemma for entry in cues()["called"]]
    assert lemmas.index("call on") < lemmas.index("call")


def test_a_cue_tells_its_act_and_what_it_takes() -> None:
    (accuse,) = cues()["accused"]
    assert accuse.act is Act.ACCUSE
    assert accuse.takes == {Takes.SECOND, Takes.OF}


def test_thoughts_and_plans_are_no_cues() -> None:
    verbs = {form for form, entries in cues().items() if any(Takes.NOUN_THAT not in each.takes for each in entries)}
    assert not {"believes", "hopes", "plans", "intends", "wants", "expects", "decided"} & verbs


def test_forms_of_the_cues_of_a_kind_have_all_their_words() -> None:
    quoting = set(forms(Takes.QUOTE))
    assert {("said",), ("mused",), ("went", "on"), ("asking",)} <= quoting
    assert not {("say",), ("accused",), ("went",)} & quoting
