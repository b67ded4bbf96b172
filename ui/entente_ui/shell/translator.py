"""Qt's own words: the buttons of its dialogs and the names of keys."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from typing_extensions import override

from entente.i18n import _


class Translator(QObject):
    """Has Qt speak the language of the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Speak `language`, a code as `fr`, from now on."""
        while self._installed:
            QCoreApplication.removeTranslator(self._installed.pop())
        # Dates and numbers in Qt's own fields follow the language as well.
        QLocale.setDefault(QLocale("fr_FR" if language == "fr" else "en_GB"))
        if language == "en":
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            # The last one is asked first.
            self._installed = [_LackingWords(self), translator]
            for installed in self._installed:
                QCoreApplication.installTranslator(installed)


class _LackingWords(QTranslator):
    """Words of Qt's dialog for files that its own catalogues lack."""

    @override
    def translate(
        self,
        context: str | bytes,
        source_text: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        source = source_text.decode() if isinstance(source_text, bytes) else source_text
        words = {"&Look in:": _("&Look in:"), "Files of &type:": _("Files of &type:")}
        return words.get(source, source)
