"""What is not read is told by its first bytes, in one line, whatever it is called; what only looks like it is read."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded, Refused
from indexer.readers.dispatcher import read
from indexer.readers.files import find


def office(name: str, *others: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>")
        for other in others:
            archive.writestr(other, "<x/>")
    return packed.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Ana Novak <ana@herald.example>",
        "desk@herald.example",
        "Ferry",
    )
    message["Message-ID"], message["Date"] = "<7@herald.example>", "Mon, 17 Jul 2023 12:00:00 +0000"
    message.set_content("The ferry line opens again.\n" * 200)
    return message.as_bytes()


PAGE = b"<html><body><p>The ferry line opens again.</p></body></html>"
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: Ferry\r\n"
    b"MIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n--x\r\n' + PAGE
)


@pytest.mark.parametrize("suffix", ["", ".txt", ".html", ".csv", ".ndjson", ".xml"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF: take the text out of it first"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", "a PDF"),
        (b"{\\rtf1\\ansi The ferry line opens again.}", "a text in RTF: save it as plain text or HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a document of Word or another old program"),
        (office("[Content_Types].xml", "word/document.xml"), "a document of Word, Excel or PowerPoint"),
        (office("mimetype", "content.xml"), "an OpenDocument of LibreOffice"),
        (mail(), "a mail: save it as plain text or HTML"),
        (b"From ana@herald.example Mon Jul 17 12:00:00 2023\n" + mail(), "a mailbox"),
        (MHTML, "a page that was saved as MHTML: save it as HTML alone"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a picture (JPEG)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "a film"),
        (b"ID3\x04\0\0\0\0\0\0", "a recording (MP3)"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "an archive of 7-Zip: unpack it, or pack it as .zip, .tar or .gz"),
        (b"\x28\xb5\x2f\xfd\x04\0", "packed by Zstandard"),
        (b"SQLite format 3\0\x10\0", "a database (SQLite): export its table as CSV"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
    ],
)
def test_it_is_named_with_what_to_do(tmp_path: Path, suffix: str, content: bytes, kind: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    (refused,) = read(find([path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(f"is {kind}")
    assert "\n" not in refused.reason


@pytest.mark.parametrize(
    ("content", "suffix"), [(b"\x1f\x8b\x08\0", "gz"), (b"\xfd7zXZ\0\0", "xz"), (b"PK\x03\x04\x14\0\0\0", "zip")]
)
def test_what_is_packed_and_not_called_so_is_told_what_to_be_called(
    tmp_path: Path, content: bytes, suffix: str
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(content + bytes(40))
    (refused,) = read(find([path]).files)
    assert isinstance(refused, Refused)
    assert refused.reason == f"is packed, though its name says nothing of it: call it .{suffix}"


@pytest.mark.parametrize(
    "text",
    [
        "From Monday on the ferry line is open again, from 12:00 in 2023.\n",
        "From: Ana Novak\nDate: 2023-07-17\n\nThe Ferry\n\nThe ferry line opens again.\n",
        "MZ is what programs of old begin with. The ferry line opens again.\n",
        "ID3 is a name for tags.\n",
        "Received: the minister's answer, which said nothing.\nHe would not be drawn.\n",
        "GIF89a was the last version, said its maker.\n",
        "BZh, he said, is a word for nothing.\n",
    ],
)
def test_words_that_only_begin_so_are_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (loaded,) = read(find([tmp_path]).files)
    assert isinstance(loaded, Loaded)
