"""Qt's own words: the buttons of its dialogs and the names of keys."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator


class Translator(QObject):
    """Has Qt speak the language of the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: QTranslator | None = None

    def install(self, language: str) -> None:
        """Speak `language`, a code as `fr`, from now on."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        # Dates and numbers in Qt's own fields follow the language as well.
        QLocale.setDefault(QLocale("fr_FR" if language == "fr" else "en_GB"))
        if language == "en":
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._installed = translator
