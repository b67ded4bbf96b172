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
def test_the_dialog_for_files_speaks_french_throughout() -> None:
    told = [
        QCoreApplication.translate("QFileDialog", words)
        for words in ("File &name:", "&Look in:", "Files of &type:")
    ]
    assert told == ["&Nom de fichier\N{NO-BREAK SPACE}:", _look_in(), _files_of_type()]


@pytest.mark.usefixtures("french")
def test_what_nobody_translates_stays_as_it_is() -> None:
    assert QCoreApplication.translate("QFileDialog", "Nobody knows") == "Nobody knows"


def _look_in() -> str:
    return "&Dossier\N{NO-BREAK SPACE}:"


def _files_of_type() -> str:
    return "&Type de fichier\N{NO-BREAK SPACE}:"
