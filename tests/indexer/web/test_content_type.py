import pytest

from indexer.web.content_type import suffix_of


@pytest.mark.parametrize(
    ("content_type", "path", "suffix"),
    [
        ("text/html; charset=utf-8", "/a.php", ".html"),
        ("TEXT/HTML", "/", ".html"),
        ("application/rss+xml", "/feed", ".rss"),
        ("application/atom+xml;type=feed", "/feed.xml", ".atom"),
        ("text/xml", "/feed.XML?a=b.csv", ".xml"),
        ("text/plain", "/articles.ndjson", ".ndjson"),
        ("application/octet-stream", "/articles", ""),
        ("", "/a.csv", ".csv"),
        ("nonsense", "/", ""),
        ("application/octet-stream", "/program.exe", ""),
        ("application/gzip", "/news.warc.gz", ".gz"),
        ("application/json", "/20230717.gqg.json", ".gqg.json"),
        ("text/html\r\nX: y", "/a.txt", ".txt"),
    ],
)
def test_a_kind_is_told_by_its_name_where_http_does_not_say(content_type: str, path: str, suffix: str) -> None:
    assert suffix_of(content_type, path) == suffix


def test_what_http_unpacked_is_not_packed_any_more() -> None:
    assert suffix_of("application/octet-stream", "/articles.ndjson.gz", unpacked=True) == ".ndjson"
    assert suffix_of("application/octet-stream", "/articles.ndjson", unpacked=True) == ".ndjson"
