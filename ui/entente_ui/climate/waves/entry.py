"""Paper ballots keyed in: as fast as a keypad goes, and nothing shown but how many."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from entente.domain.climate.orders import ORDERS
from entente.domain.climate.survey import Scale
from entente.i18n import _
from entente.services.ballots import Answers
from entente.services.waves import Form
from entente_ui.climate.waves.keying import Field
from entente_ui.climate.waves.paper import Paper
from entente_ui.climate.waves.words import ballots_words
from entente_ui.kit import (
    Card,
    FlowLayout,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)

#: Casts a ballot of a group and returns the key that takes it back; empty if refused.
Casts = Callable[[Answers, str], str]
_GROUP: Final = 220
_ORDER: Final = 170
_BLINK: Final = 1_500


class EntryPanel(Card):
    """A ballot, the group it comes from, how many there are, and the last one taken back.

    Attributes:
        paper: Where digits go.
        group: The group of every ballot until another is chosen.
        order: The letter printed on the ballot, of the order its questions stand in.
        comments: A line for each question answered in words.

    Signals:
        counted: Emitted when a ballot was cast or taken back.
    """

    counted = Signal()

    def __init__(
        self, cast: Casts, take_back: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Paper ballots"), parent)
        self._cast, self._take_back = cast, take_back
        self._wave = self._last = ""
        self._form: Form | None = None
        self.group = QComboBox(self)
        self.group.setAccessibleName(_("Group of these ballots"))
        sized(self.group, width=_GROUP)
        self.order = QComboBox(self)
        self.order.setAccessibleName(_("Letter printed on the ballot"))
        self.order.addItem(_("Without a letter"), "")
        for letter in ORDERS:
            self.order.addItem(_("Letter {letter}").format(letter=letter), letter)
        sized(self.order, width=_ORDER)
        self.count = PlainLabel("", "heading", self)
        self.paper = Paper(self)
        self.comments: dict[str, QLineEdit] = {}
        self._lines = spaced(QVBoxLayout(), 0, 4)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self.cast_button = PrimaryButton(_("Cast"), self.cast, self)
        self.undo_button = SecondaryButton(_("Take back the last ballot"), self.take_back, self)
        self._hush = QTimer(self, singleShot=True, interval=_BLINK)
        self._hush.timeout.connect(lambda: self._say(""))
        self._build()
        self.paper.cast.connect(self.cast)
        self.paper.ordered.connect(self.take_order)
        self.order.activated.connect(lambda _place: self.take_order(self.order.currentData()))
        self.paper.keyed.connect(lambda: self._say(""))
        self.paper.refused.connect(self._on_refused)
        self.group.activated.connect(lambda _place: self.paper.setFocus())

    def _build(self) -> None:
        tooltip(self.cast_button, _("Put the ballot into the urn and begin the next"), "Enter")
        top = spaced(QHBoxLayout(), 0, 12)
        top.addWidget(self.group)
        top.addWidget(self.order)
        top.addStretch(1)
        top.addWidget(self.count)
        told = _(
            "Digits answer one question after the other; the point leaves one out, Backspace goes "
            "back, Enter casts the ballot. Where 10 is an answer, 1 waits for a 0. A letter on "
            "the ballot is keyed first."
        )
        foot = spaced(FlowLayout(), 0, 8)
        foot.addWidget(self.cast_button)
        foot.addWidget(self.undo_button)
        self.body.addLayout(top)
        self.body.addWidget(PlainLabel(told, "small", self, wrap=True))
        self.body.addWidget(self.paper)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.problem)
        self.body.addLayout(foot)
        self._say("")

    def show_form(self, form: Form, count: int) -> None:
        """Key ballots of a wave."""
        if form.wave_id != self._wave:
            self._wave, self._last = form.wave_id, ""
            self._offer_groups(form)
            self._offer_words(form)
            self._form = form
            self._lay_out("")
        self.show_count(count)

    @Slot(str)
    def take_order(self, letter: str) -> None:
        """Key a ballot whose questions stand in the order of a letter; none if it is empty."""
        self._lay_out(letter)
        self.paper.setFocus()

    def _lay_out(self, letter: str) -> None:
        if self._form is None:
            return
        self.order.setCurrentIndex(max(0, self.order.findData(letter)))
        fields = self._form.as_printed(letter)
        self.paper.show_fields(
            [Field(each.id, each.code, each.text, each.scale) for each in fields]
        )
        self.paper.is_ready = True
        self.paper.clear()
        self._say("")

    def show_count(self, count: int) -> None:
        """Say how many ballots there are: all that may be known."""
        self.count.setText(ballots_words(count))
        self.undo_button.setEnabled(bool(self._last))

    @property
    def is_begun(self) -> bool:
        """Whether part of a ballot was keyed."""
        return not self.paper.keying.is_empty or any(self._said().values())

    @Slot()
    def cast(self) -> None:
        """Put the ballot into the urn and begin the next."""
        if not self.is_begun:
            self._say(_("Nothing is keyed yet."))
            self.paper.setFocus()
            return
        answers: dict[str, int | str | None] = {**self.paper.keying.answers, **self._said()}
        key = self._cast(answers, str(self.group.currentData() or ""))
        if not key:
            return
        self._last = key
        self.paper.clear()
        # The next ballot may have another letter: keyed in the wrong order it would be another.
        self.paper.is_ready = not self.order.currentData()
        for line in self.comments.values():
            line.clear()
        self.paper.setFocus()
        self._say("")
        self.counted.emit()

    @Slot()
    def take_back(self) -> None:
        """Take the ballot cast last out of the urn."""
        if self._last and self._take_back(self._last):
            self._last = ""
            self.counted.emit()
        self.paper.setFocus()

    def forget(self) -> None:
        """Forget what was keyed, and which ballot was the last."""
        self._wave = self._last = ""
        self.paper.clear()
        for line in self.comments.values():
            line.clear()

    def _said(self) -> dict[str, str | None]:
        return {key: line.text().strip() or None for key, line in self.comments.items()}

    def _offer_groups(self, form: Form) -> None:
        self.group.clear()
        self.group.addItem(_("No group"), "")
        for key, name in form.groups.items():
            self.group.addItem(name, key)
        self.group.setVisible(bool(form.groups))

    def _offer_words(self, form: Form) -> None:
        for line in self.comments.values():
            self._lines.removeWidget(line)
            line.deleteLater()
        self.comments = {}
        for asked in form.questions:
            if asked.scale == Scale.WORDS:
                line = QLineEdit(self)
                line.setAccessibleName(asked.text)
                line.setPlaceholderText(asked.text)
                line.returnPressed.connect(self.cast)
                self._lines.addWidget(line)
                self.comments[asked.id] = line

    @Slot()
    def _on_refused(self) -> None:
        keying = self.paper.keying
        if not self.paper.is_ready:
            self._say(_("Key the letter printed on the next ballot first."))
            return
        if keying.is_full:
            self._say(_("Every question is answered: Enter casts the ballot."))
            return
        field = keying.fields[keying.place]
        self._say(
            _("{code} is answered from {least} to {most}.").format(
                code=field.code, least=field.least, most=field.most
            )
        )

    def _say(self, text: str) -> None:
        """Say what is wrong, in a line that is always there: fields must not move."""
        self.problem.setText(text or " ")
        if text:
            self._hush.start()
