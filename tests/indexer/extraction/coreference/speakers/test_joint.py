import pytest

from tests.indexer.extraction.coreference.reading import resolved


def speaker(text: str) -> tuple[str, str]:
    (source,) = resolved(text).sources
    assert source.speaker is not None
    return source.speaker.name, " ".join(source.speaker.countries)


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("[[Polish minister Ana Silva and Czech envoy Jan Kos]] said {{no}}.", "Ana Silva and Jan Kos", "CZ PL"),
        ("[[Ana Silva, Jan Kos and Eva Lund]] said {{no}}.", "Ana Silva, Jan Kos and Eva Lund", ""),
        ("[[Poland and the EU]] said {{no}}.", "Poland and European Union", "PL"),
        ("[[Peru’s Ana Silva and Chile's Jan Kos]] said {{no}}.", "Ana Silva and Jan Kos", "CL PE"),
        ("[[Senators Ana Silva and Jan Kos]] said {{no}}.", "Senators Ana Silva and Jan Kos", ""),
        ("[[Ana Silva and Jan Kos in Lima]] said {{no}}.", "Ana Silva and Jan Kos in Lima", ""),
        (
            "[[Peru’s premier and Chile's envoy]] said {{no}}.",
            "Peru’s premier and Chile's envoy",
            "CL PE",
        ),
    ],
)
def test_those_named_side_by_side_speak_together(text: str, name: str, countries: str) -> None:
    assert speaker(text) == (name, countries)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[Ana Silva and colleagues]] said {{no}}.", "Ana Silva and colleagues"),
        ("[[Polish minister Ana Silva]] said {{no}}.", "Ana Silva"),
        ("[[The minister and the envoy]] said {{no}}.", "minister and the envoy"),
    ],
)
def test_one_who_is_named_and_those_only_told_by_their_office_do_not(text: str, name: str) -> None:
    assert speaker(text)[0] == name
