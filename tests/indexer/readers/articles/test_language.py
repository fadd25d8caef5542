"""What an article is written in. The texts are of this project."""

import pytest

from indexer.readers.articles.language import in_its_language, language_of, words_of_one_script
from schemas.article import Article

TEXTS = {
    "ar": "قال وزير الخارجية يوم الاثنين إن المحادثات ستستمر الأسبوع المقبل، وإن الطرفين اتفقا على الشروط.",
    "de": "Der Außenminister sagte am Montag, die Gespräche würden in der kommenden Woche fortgesetzt.",
    "el": "Ο υπουργός Εξωτερικών δήλωσε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.",
    "en": "The foreign minister said on Monday that the talks would go on next week, and that both sides agreed.",
    "es": "El ministro de Exteriores dijo el lunes que las conversaciones continuarán la próxima semana.",
    "fa": "وزیر امور خارجه روز دوشنبه گفت که گفت‌وگوها هفته آینده ادامه خواهد یافت و دو طرف توافق کرده‌اند.",
    "fr": "Le ministre des Affaires étrangères a déclaré lundi que les pourparlers reprendraient la semaine prochaine.",
    "he": "שר החוץ אמר ביום שני כי השיחות יימשכו בשבוע הבא וכי שני הצדדים הסכימו על התנאים.",
    "it": "Il ministro degli Esteri ha detto lunedì che i colloqui proseguiranno la prossima settimana.",
    "ja": "外務大臣は月曜日、協議は来週も続き、双方が条件に合意したと述べた。",
    "pl": "Minister spraw zagranicznych powiedział w poniedziałek, że rozmowy będą kontynuowane w przyszłym tygodniu.",
    "pt": "O ministro dos Negócios Estrangeiros disse na segunda-feira que as conversações continuam.",
    "ru": "Министр иностранных дел заявил в понедельник, что переговоры продолжатся на следующей неделе.",
    "tr": "Dışişleri Bakanı pazartesi günü yaptığı açıklamada görüşmelerin gelecek hafta süreceğini söyledi.",
    "uk": "Міністр закордонних справ заявив у понеділок, що переговори триватимуть наступного тижня.",
    "zh": "外交部长星期一表示，会谈将于下周继续进行，双方已就条件达成一致。",
}
ENGLISH = TEXTS["en"]


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_sentence(code: str) -> None:
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "2024-05-10", "…", "Ok.", "Kedrov, Novak, Ilk", "“Yes,” said Ana Novak."])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


def test_names_of_elsewhere_make_no_other_language() -> None:
    text = "Ministers Aleksandr Ilyich Kedrov, Jürgen Großmüller and Émile d’Aubigné met Şule Yıldızoğlu in Łódź."
    assert language_of(f"{text} They said that both sides had agreed on the terms of the fishing treaty.") == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Home | News | About us\n\n{TEXTS['ru'] * 5}\n\nAll rights reserved. Terms of use.", "ru"),
        (f"{ENGLISH * 5} “{TEXTS['ru']}” {ENGLISH * 5}", "en"),
        (f"{ENGLISH} “{TEXTS['uk'][:60]}” {ENGLISH}", "en"),
    ],
)
def test_what_most_of_it_is_written_in(text: str, code: str) -> None:
    assert language_of(text) == code


def test_what_is_declared_counts_where_the_text_is_too_short_to_tell() -> None:
    assert in_its_language(Article("Oui.", language="fr")).language == "fr"
    assert in_its_language(Article("Oui.")).language is None
    assert in_its_language(Article("12:30")).language is None


def test_a_text_counts_more_than_what_is_declared() -> None:
    assert in_its_language(Article(TEXTS["ru"], language="en")).language == "ru"
    assert in_its_language(Article(ENGLISH, language="fr")).language == "en"


def test_a_title_helps_a_short_text() -> None:
    assert in_its_language(Article("Kedrov: nein.", TEXTS["de"])).language == "de"


def test_a_language_is_no_part_of_what_names_an_article() -> None:
    article = Article(TEXTS["fr"], own_id="one")
    assert (in_its_language(article).id, in_its_language(article).language) == ("one", "fr")


def test_words_of_the_script_that_most_letters_are_of() -> None:
    assert words_of_one_script("Да, yes, no 12") == "yes no"
    assert words_of_one_script("Нет, нет, yes") == "Нет нет"
