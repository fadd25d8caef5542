from schemas.languages import language_names


def test_names_by_code() -> None:
    assert language_names()["fr"] == "French"
    assert all(len(code) == 2 for code in language_names())
