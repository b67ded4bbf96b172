"""What is to be made: which document, about what, for whom, as of which day, in which language."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from entente.briefs.kinds import KINDS, Offered
from entente.domain.confidentiality import MEDIATOR
from entente.i18n import LANGUAGES, N_, _, language
from entente_ui.documents.readers import Reader
from entente_ui.kit import DateField, PlainLabel, spaced, tooltip

_LANGUAGE_NAMES = {"fr": N_("French"), "en": N_("English")}


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made.

    Attributes:
        key: Of the record it is about; empty where it is about the mission.
        full: Whether long lists are told to their end.
    """

    kind: Offered
    key: str
    reader: Reader
    on: dt.date
    language: str
    full: bool


class Choice(QWidget):
    """The form beside the preview.

    Signals:
        kind_chosen: Emitted with the name of another kind of document.
        subject_chosen: Emitted with the key of another record to be about.
        changed: Emitted when something else was chosen.
    """

    kind_chosen = Signal(str)
    subject_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = self._combo()
        self._subjects = self._combo()
        self._subject_label = self._label("", self._subjects)
        self._readers = QButtonGroup(self)
        self._offered: tuple[Reader, ...] = ()
        self._day = DateField(_("State on"), _today, self)
        self._day.set_value(_today())
        self._language = QComboBox(self)
        for code in LANGUAGES:
            self._language.addItem(_(_LANGUAGE_NAMES[code]), code)
        self._language.setCurrentIndex(LANGUAGES.index(language()))
        self._full = QCheckBox(_("Long lists to their end"), self)
        tooltip(self._full, _("By default five pages at the most; what is cut is said."))
        self._reader_list = spaced(QVBoxLayout(), 0, 2)
        self._offer_kinds()
        self._build()

    def _combo(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _offer_kinds(self) -> None:
        """List the kinds under what they are for; these headings cannot be chosen."""
        group = None
        for kind in KINDS.values():
            if kind.group is not group:
                group = kind.group
                self._kinds.addItem(_(group.value))
                model = self._kinds.model()
                if isinstance(model, QStandardItemModel):
                    model.item(self._kinds.count() - 1).setEnabled(False)
            self._kinds.addItem(_(kind.label), kind.name)
        self._kinds.setCurrentIndex(self._kinds.findData(next(iter(KINDS))))

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(self._label(_("Document"), self._kinds))
        layout.addWidget(self._kinds)
        layout.addSpacing(8)
        layout.addWidget(self._subject_label)
        layout.addWidget(self._subjects)
        layout.addSpacing(8)
        layout.addWidget(PlainLabel(_("For"), "field", self))
        layout.addLayout(self._reader_list)
        layout.addSpacing(8)
        form = spaced(QFormLayout(), 0, 8)
        form.addRow(self._label(_("State on"), self._day), self._day)
        form.addRow(self._label(_("Language"), self._language), self._language)
        layout.addLayout(form)
        layout.addWidget(self._full)
        self._kinds.currentIndexChanged.connect(
            lambda _index: self.kind_chosen.emit(self.kind.name)
        )
        self._subjects.currentIndexChanged.connect(
            lambda _index: self.subject_chosen.emit(self.key)
        )
        self._language.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._day.value_changed.connect(lambda _value: self.changed.emit())
        self._readers.idClicked.connect(lambda _index: self.changed.emit())
        self._full.toggled.connect(lambda _on: self.changed.emit())

    def _label(self, text: str, buddy: QWidget) -> PlainLabel:
        label = PlainLabel(text, "field", self)
        label.setBuddy(buddy)
        return label

    @property
    def kind(self) -> Offered:
        """The kind of document chosen."""
        return KINDS[str(self._kinds.currentData() or next(iter(KINDS)))]

    @property
    def key(self) -> str:
        """Key of the record chosen; empty for none."""
        return str(self._subjects.currentData() or "")

    def order(self) -> Order | None:
        """Return what is to be made, None while there is nothing to choose."""
        index = self._readers.checkedId()
        if (self.kind.about and not self.key) or not 0 <= index < len(self._offered):
            return None
        return Order(
            self.kind,
            self.key if self.kind.about else "",
            self._offered[index],
            self._day.value or _today(),
            str(self._language.currentData()),
            self._full.isChecked() or not self.kind.can_be_short,
        )

    def choose_kind(self, name: str) -> None:
        """Choose a kind of document; nobody is told."""
        with QSignalBlocker(self._kinds):
            self._kinds.setCurrentIndex(max(self._kinds.findData(name), 1))

    def offer_subjects(self, labels: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer records (key, label) to be about, keeping or making a choice among them."""
        wanted = chosen or self.key
        about = self.kind.about
        for widget in (self._subjects, self._subject_label):
            widget.setVisible(about is not None)
        self._full.setVisible(self.kind.can_be_short)
        if about is not None:
            self._subject_label.setText(_(about.label))
            self._subjects.setAccessibleName(_(about.label))
        with QSignalBlocker(self._subjects):
            self._subjects.clear()
            for key, label in labels:
                self._subjects.addItem(label, key)
            index = self._subjects.findData(wanted)
            self._subjects.setCurrentIndex(max(0, index) if labels else -1)

    def offer_readers(self, offered: tuple[Reader, ...], *, anew: bool = False) -> None:
        """Offer readers, keeping the one chosen if it is still among them.

        Args:
            offered: The likeliest first.
            anew: Whether to choose that one in any case.
        """
        chosen = self._readers.checkedId()
        before = self._offered[chosen].audience if 0 <= chosen < len(self._offered) else MEDIATOR
        for button in self._readers.buttons():
            self._readers.removeButton(button)
            button.hide()
            button.deleteLater()
        self._offered = offered
        audiences = [reader.audience for reader in offered]
        kept = audiences.index(before) if before in audiences and not anew else 0
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

    def state(self) -> dict[str, Any]:
        """Return what brings the choice back, without any text of the mission."""
        order = self.order()
        if order is None:
            return {}
        return {"kind": order.kind.name, "key": order.key, "reader": order.reader.code}


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
