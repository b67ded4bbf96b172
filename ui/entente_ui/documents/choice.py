"""What is to be made: which difficulty, for whom, as of which day, in which language."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.i18n import LANGUAGES, N_, _, language
from entente_ui.kit import DateField, PlainLabel, spaced, tooltip

_LANGUAGE_NAMES = {"fr": N_("French"), "en": N_("English")}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a brief can be made for.

    Attributes:
        code: What stands for the reader in a file name: `A02`, `sponsor`.
        name: What the list says.
        hint: What this reader's copy holds.
    """

    audience: Audience
    code: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class Order:
    """A brief to be made."""

    difficulty_id: str
    reader: Reader
    on: dt.date
    language: str


def readers(parties: Sequence[tuple[str, str, str]]) -> tuple[Reader, ...]:
    """Return whom a brief can be made for.

    Args:
        parties: Key, reference and name of the actors who are parties of the difficulty.
    """
    return (
        Reader(MEDIATOR, "mediator", _("Mediator"), _("Everything, each text with its level.")),
        *(
            Reader(
                party(key),
                ref,
                _("Party {ref} {name}").format(ref=ref, name=name),
                _("Its own caucus, and what is for the parties or public."),
            )
            for key, ref, name in parties
        ),
        Reader(SPONSOR, "sponsor", _("Sponsor"), _("What is for the sponsor or public.")),
        Reader(PUBLIC, "public", _("Public"), _("Only what everybody may read.")),
    )


class Choice(QWidget):
    """The form beside the preview.

    Signals:
        difficulty_chosen: Emitted with the key of another difficulty.
        changed: Emitted when something else was chosen.
    """

    difficulty_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difficulty = QComboBox(self)
        self._difficulty.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._readers = QButtonGroup(self)
        self._offered: tuple[Reader, ...] = ()
        self._day = DateField(_("State on"), _today, self)
        self._day.set_value(_today())
        self._language = QComboBox(self)
        for code in LANGUAGES:
            self._language.addItem(_(_LANGUAGE_NAMES[code]), code)
        self._language.setCurrentIndex(LANGUAGES.index(language()))
        self._reader_list = spaced(QVBoxLayout(), 0, 2)
        self._build()

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(self._label(_("Difficulty"), self._difficulty))
        layout.addWidget(self._difficulty)
        layout.addSpacing(8)
        layout.addWidget(PlainLabel(_("For"), "field", self))
        layout.addLayout(self._reader_list)
        layout.addSpacing(8)
        form = spaced(QFormLayout(), 0, 8)
        form.addRow(self._label(_("State on"), self._day), self._day)
        form.addRow(self._label(_("Language"), self._language), self._language)
        layout.addLayout(form)
        self._difficulty.currentIndexChanged.connect(self._on_difficulty)
        self._language.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._day.value_changed.connect(lambda _value: self.changed.emit())
        self._readers.idClicked.connect(lambda _index: self.changed.emit())

    def _label(self, text: str, buddy: QWidget) -> PlainLabel:
        label = PlainLabel(text, "field", self)
        label.setBuddy(buddy)
        return label

    @property
    def difficulty_id(self) -> str:
        """Key of the difficulty chosen; empty for none."""
        return str(self._difficulty.currentData() or "")

    def order(self) -> Order | None:
        """Return what is to be made, None while there is nothing to choose."""
        index = self._readers.checkedId()
        if not self.difficulty_id or not 0 <= index < len(self._offered):
            return None
        day = self._day.value or _today()
        language_code = str(self._language.currentData())
        return Order(self.difficulty_id, self._offered[index], day, language_code)

    def offer_difficulties(self, labels: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer difficulties (key, label), keeping or making a choice among them."""
        wanted = chosen or self.difficulty_id
        with QSignalBlocker(self._difficulty):
            self._difficulty.clear()
            for key, label in labels:
                self._difficulty.addItem(label, key)
            index = self._difficulty.findData(wanted)
            self._difficulty.setCurrentIndex(max(0, index) if labels else -1)

    def offer_readers(self, offered: tuple[Reader, ...]) -> None:
        """Offer readers, keeping the one chosen if it is still among them."""
        chosen = self._readers.checkedId()
        before = self._offered[chosen].audience if 0 <= chosen < len(self._offered) else MEDIATOR
        for button in self._readers.buttons():
            self._readers.removeButton(button)
            button.hide()
            button.deleteLater()
        self._offered = offered
        audiences = [reader.audience for reader in offered]
        kept = audiences.index(before) if before in audiences else 0
        for index, reader in enumerate(offered):
            button = QRadioButton(reader.name.replace("&", "&&"), self)
            tooltip(button, reader.hint)
            button.setChecked(index == kept)
            self._readers.addButton(button, index)
            self._reader_list.addWidget(button)

    def choose_reader(self, code: str) -> None:
        """Choose a reader by its code, if it is offered."""
        for index, reader in enumerate(self._offered):
            if reader.code == code:
                self._readers.button(index).setChecked(True)
                self.changed.emit()

    def _on_difficulty(self) -> None:
        self.difficulty_chosen.emit(self.difficulty_id)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
