import codecs

import pytest

from indexer.inputs.result import Refusal
from indexer.readers.text.encoding import decode

TEXT = "“Sí,” said José Núñez –\r\nand then no more. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_comes_through_as_it_was(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_the_other_byte_order_is_read_too(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_iso_8859_1_is_read_as_its_superset() -> None:
    assert decode("He met José Núñez in Zürich.".encode("latin-1")) == "He met José Núñez in Zürich."


def test_an_encoding_that_is_not_western_is_told_by_its_letters() -> None:
    cyrillic = "Министр заявил, что граница останется открытой. The minister said so."
    assert decode(cyrillic.encode("cp1251")) == cyrillic


def test_only_the_first_mark_is_one() -> None:
    assert decode("a\ufeffb".encode("utf-8-sig")) == "a\ufeffb"


@pytest.mark.parametrize(
    "data", [b"a\0b", "abc".encode("utf-16-le"), codecs.BOM_UTF16_LE + b"abc", bytes(range(1, 256))]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        decode(data)
