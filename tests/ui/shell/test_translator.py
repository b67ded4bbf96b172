"""Qt's own words in the language of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from entente.i18n import use_language
from entente_ui.shell.translator import Translator


@pytest.fixture
def french(qapp: QCoreApplication) -> Iterator[None]:
    translator = Translator(qapp)
    use_language("fr")
    translator.install("fr")
    yield
    use_language("en")
    translator.install("en")


@pytest.mark.usefixtures("french")
def test_what_qt_knows_is_in_its_words_and_the_rest_in_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("entente_ui.shell.translator._", str.upper)
    told = [
        QCoreApplication.translate("QFileDialog", words)
        for words in ("File &name:", "&Look in:", "Files of &type:")
    ]
    assert told == ["&Nom de fichier\N{NO-BREAK SPACE}:", "&LOOK IN:", "FILES OF &TYPE:"]


@pytest.mark.usefixtures("french")
def test_what_nobody_translates_stays_as_it_is() -> None:
    assert QCoreApplication.translate("QFileDialog", "Nobody knows") == "Nobody knows"
