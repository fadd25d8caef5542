from indexer.extraction.assembly.fingerprint import fingerprint


def test_the_same_words_have_the_same_fingerprint() -> None:
    assert fingerprint("“We wait,” he said") == fingerprint("we  WAIT he said")
    assert fingerprint("We wait") != fingerprint("We went")
    assert fingerprint("…") != fingerprint("!")
