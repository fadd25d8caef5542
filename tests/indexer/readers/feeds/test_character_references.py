"""References to characters in XML that is none."""

import pytest

from indexer.readers.feeds.character_references import as_xml


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("R&D & more", "R&amp;D &amp; more"),
        ("caf&eacute;", "café"),
        ("&lt;p&gt; &amp; &#233; &#xe9;", "&lt;p&gt; &amp; &#233; &#xe9;"),
        ("&LT;", "&lt;"),
        ("&nosuchname;", "&amp;nosuchname;"),
        ("&#xd800; &#1114112; &#99999999999;", "\ufffd \ufffd \ufffd"),
        ("<![CDATA[R&D &eacute;]]>&eacute;", "<![CDATA[R&D &eacute;]]>é"),
    ],
)
def test_all_become_references_of_xml(text: str, mended: str) -> None:
    assert as_xml(text) == mended
