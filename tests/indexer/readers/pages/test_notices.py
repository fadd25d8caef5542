import pytest

from indexer.inputs.result import Refusal
from indexer.readers.pages.notices import SHORT, kind, without_notices

NEWS = "The council agreed on Monday that the ferry opens again."


@pytest.mark.parametrize(
    ("name", "paragraph"),
    [
        (name, paragraph.strip())
        for name, paragraphs in {
            "a paywall": """
                This story is for subscribers only. Subscribe now and get unlimited access.
                Already a subscriber? Log in to continue reading.
                Subscribe now
                Sign in or register to read on.
                To continue reading this article, start a free trial.
                To read the full story, subscribe or sign in.
                Continue reading for just $1 a week.
                You’ve reached your limit of free articles this month.
                Create a free account to read this article.
                This content is available to premium members.
                The full report is reserved for paying readers.
                Unlock this article with a subscription.
                Members-only content
                Start your free trial today.
            """,
            "a question about cookies": """
                We value your privacy. We and our partners store and/or access information on a device.
                This website uses cookies.
                By clicking “Accept all” you agree to the storing of cookies.
                If you click 'Accept all', we and our partners will store cookies on your device.
                Accept all
                Before you continue to Harbour Post
                You can change your choices at any time in the privacy settings.
                Harbour Post and its partners use cookies and similar technologies.
                Your privacy matters to us and to our partners.
            """,
            "a check of who asks for it": """
                Please enable JavaScript and cookies to continue.
                You need to enable JavaScript to run this app.
                Checking your browser before accessing harbour-post.example.
                Please verify you are a human.
                Access denied. You don't have permission to access this page.
            """,
            "a note that it has moved or is not there": """
                Redirecting you to the article, one moment.
                You are being redirected to the new site.
                The page you are looking for could not be found.
            """,
        }.items()
        for paragraph in paragraphs.strip().splitlines()
    ],
)
def test_a_notice_is_known_by_how_it_begins(name: str, paragraph: str) -> None:
    assert kind(paragraph) == name
    assert without_notices([NEWS, paragraph, NEWS]) == [NEWS, NEWS]
    with pytest.raises(Refusal, match=f"shows {name} instead of an article"):
        without_notices(["Harbour Post", paragraph])


@pytest.mark.parametrize(
    "paragraph",
    """
    The commission said that websites must ask before they set cookies.
    Subscribers of the state lottery queued in the rain.
    “Subscribe now to the treaty,” the envoy told reporters.
    You have reached an agreement of great weight, the letter to the ministers read.
    We will store grain in the north, the statement read.
    We use the river together, and we value it, the letter read.
    Register offices will open in June in all provinces.
    Access to this port is denied to ships of both navies.
    This report is for the members of the council, who meet in June.
    By continuing the blockade, the navy risks a war.
    By choosing the harbour, the council accepts the noise.
    Your privacy law is weak, the envoy wrote to the minister.
    To continue the talks, both sides sent envoys.
    The page was torn from the treaty, the museum found.
    Sign language is now an official language of the republic.
    Unlocking the strait will take weeks.
    The website of the ministry uses cookies, an audit found, and stores personal data of visitors.
    Log cabins were built at the border.
    Get a full month of rain in one day: farmers in the delta did.
    Start a war over water, and nobody wins it.
    Cookies are baked for the feast in every village.
    This is a premium that insurers ask of every ship.
    """.strip().splitlines(),
)
def test_a_sentence_of_news_is_none(paragraph: str) -> None:
    assert kind(paragraph.strip()) is None


def test_what_is_long_is_no_notice() -> None:
    assert kind("Subscribe now. " + "The ferry opens again. " * (SHORT // 20)) is None


def test_without_any_notice_nothing_is_refused_here() -> None:
    assert without_notices(["Harbour Post"]) == ["Harbour Post"]
