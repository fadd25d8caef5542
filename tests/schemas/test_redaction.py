import pytest

from schemas.redaction import shown_address, shown_text

NAMES = ["token", "key", "apikey", "api_key", "api-key", "access_token", "auth", "sig", "signature", "password"]
MORE = ["secret", "X-Amz-Signature", "X-Amz-Security-Token", "X-Amz-Credential", "accessToken", "TOKEN", "%74oken"]


@pytest.mark.parametrize("name", NAMES + MORE)
@pytest.mark.parametrize("form", ["https://h.example/a?{}=hunter2", "https://h.example/?page=2&{}=hunter2#top"])
def test_the_value_of_a_secret_parameter_is_hidden(name: str, form: str) -> None:
    assert shown_address(form.format(name)) == form.format(name).replace("hunter2", "***")


@pytest.mark.parametrize(
    "address",
    [
        "https://h.example/?author=Anna&keyword=corridor&design=1&page=2",
        "https://h.example/@anna/post",
        "http://[::1]:9200/a@b",
        "https://h.example",
        "a file?token=1",
    ],
)
def test_all_else_is_shown(address: str) -> None:
    assert shown_text(address) == address


@pytest.mark.parametrize("password", ["p@s", "p/s", "p#s", "p?s", "p%s", "p:s", "p,s", "p s", "p's", 'p"s', "p%40s"])
def test_user_and_password_are_hidden_whatever_signs_they_have(password: str) -> None:
    assert shown_address(f"https://anna:Begins{password}Ends@h.example/a") == "https://***@h.example/a"


def test_addresses_within_a_text() -> None:
    text = "leads to https://a:b@h.example/x?token=hunter2: answered 404, see http://i.example/?sig=hunter2"
    told = "leads to https://***@h.example/x?token=*** answered 404, see http://i.example/?sig=***"
    assert shown_text(text) == told


def test_a_long_text_takes_time_in_proportion() -> None:
    for text in ("https://" + "a:" * 100_000 + "?" + "token" * 100_000, "a" * 500_000, "?" * 500_000, "a://" * 100_000):
        shown_text(text)
