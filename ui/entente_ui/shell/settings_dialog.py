"""The settings: what is chosen takes effect at once."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from entente.i18n import N_, _, ngettext
from entente_ui import formats
from entente_ui.kit import LinkButton, PlainLabel, PrimaryButton, Segments, sized, spaced
from entente_ui.look.theme import Mode
from entente_ui.look.tokens import SIZE_MAX, SIZE_MIN
from entente_ui.settings import SIZE_STEP, Preferences
from entente_ui.shell.menus import LANGUAGE_NAMES

_THEMES: Final = (
    (Mode.SYSTEM, N_("As the desktop")),
    (Mode.LIGHT, N_("Light")),
    (Mode.DARK, N_("Dark")),
)
_MOTIONS: Final = (
    (None, N_("As the desktop")),
    (False, N_("Show movements")),
    (True, N_("No movement")),
)
_MINUTES: Final = (1, 2, 3, 5, 10, 15, 30, 0)


class SettingsDialog(QDialog):
    """Language, look, lock and what is remembered."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._whole = spaced(QVBoxLayout(self), (24, 20, 24, 20), 0)
        self._whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._content = QWidget(self)
        self._build()
        preferences.language_changed.connect(self._build, Qt.ConnectionType.QueuedConnection)
        preferences.look_changed.connect(self._show_size)

    def _build(self) -> None:
        """Make everything, in the language in use."""
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget(self)
        self._whole.addWidget(self._content)
        self.setWindowTitle(_("Settings"))
        page = spaced(QVBoxLayout(self._content), 0, 8)
        title = PlainLabel(_("Settings"), "heading", self._content)
        sized(title, width=500)
        page.addWidget(title)
        chosen = self._preferences
        self._add(page, _("Language"), self._languages())
        self._add(page, _("Theme"), self._themes())
        self._add(page, _("Size of the interface"), self._sizes())
        self._add(page, _("Movement"), self._motions())
        self._add(page, _("Lock after"), self._minutes(), _lock_help())
        recent = QCheckBox(_("Remember where the missions I open are"), self._content)
        recent.setChecked(chosen.keeps_recent)
        recent.toggled.connect(lambda on: setattr(chosen, "keeps_recent", on))
        page.addSpacing(8)
        page.addWidget(recent)
        forget = LinkButton(_("Forget them now"), chosen.forget_recent, self._content)
        page.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)
        page.addSpacing(12)
        close = PrimaryButton(_("Close"), self.accept, self._content)
        close.setDefault(True)
        page.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._content.show()

    def _add(self, page: QVBoxLayout, label: str, field: QWidget, help_: str = "") -> None:
        row = spaced(QHBoxLayout(), 0, 12)
        name = PlainLabel(label, "body", self._content)
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        sized(name, width=180)
        row.addWidget(name)
        row.addWidget(field, 1)
        page.addSpacing(6)
        page.addLayout(row)
        if help_:
            words = PlainLabel(help_, "small", self._content, wrap=True)
            words.setIndent(0)
            page.addWidget(words)

    def _languages(self) -> QWidget:
        segments = Segments(
            tuple(LANGUAGE_NAMES.items()), self._preferences.language, self._content
        )
        segments.chosen.connect(lambda code: setattr(self._preferences, "language", code))
        return segments

    def _themes(self) -> QWidget:
        choices = [(mode.value, _(words)) for mode, words in _THEMES]
        segments = Segments(choices, self._preferences.theme.value, self._content)
        segments.chosen.connect(lambda name: setattr(self._preferences, "theme", Mode(name)))
        return segments

    def _sizes(self) -> QWidget:
        box = QWidget(self._content)
        row = spaced(QHBoxLayout(box), 0, 10)
        self._slider = QSlider(Qt.Orientation.Horizontal, box)
        self._slider.setRange(SIZE_MIN // SIZE_STEP, SIZE_MAX // SIZE_STEP)
        self._slider.setPageStep(2)
        self._slider.setAccessibleName(_("Size of the interface"))
        # While it is dragged the slider itself would grow under the hand.
        self._slider.setTracking(False)
        self._size = PlainLabel("", "body", box)
        sized(self._size, width=52)
        self._show_size()
        self._slider.valueChanged.connect(
            lambda steps: setattr(self._preferences, "size", steps * SIZE_STEP)
        )
        self._slider.sliderMoved.connect(
            lambda steps: self._size.setText(formats.percent(steps * SIZE_STEP / 100))
        )
        row.addWidget(self._slider, 1)
        row.addWidget(self._size)
        return box

    def _show_size(self) -> None:
        self._slider.setValue(self._preferences.size // SIZE_STEP)
        self._size.setText(formats.percent(self._preferences.size / 100))

    def _motions(self) -> QWidget:
        box = QComboBox(self._content)
        for _wanted, words in _MOTIONS:
            box.addItem(_(words))
        values = [wanted for wanted, _words in _MOTIONS]
        box.setCurrentIndex(values.index(self._preferences.reduced_motion))
        box.currentIndexChanged.connect(
            lambda place: setattr(self._preferences, "reduced_motion", values[place])
        )
        return box

    def _minutes(self) -> QWidget:
        now = self._preferences.idle_minutes
        minutes = _MINUTES if now in _MINUTES else (now, *_MINUTES)
        box = QComboBox(self._content)
        for value in minutes:
            box.addItem(_minutes_in_words(value))
        box.setCurrentIndex(minutes.index(now))
        box.currentIndexChanged.connect(
            lambda place: setattr(self._preferences, "idle_minutes", minutes[place])
        )
        return box


def _minutes_in_words(value: int) -> str:
    if value == 0:
        return _("Never")
    return ngettext("{count} minute", "{count} minutes", value).format(count=value)


def _lock_help() -> str:
    return _(
        "Without anybody at the computer, the mission closes and asks for its passphrase; "
        "the screen comes back as it was. It does so before sleep as well."
    )
