"""The line that notes an interaction, and below it what it is read as."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION
from entente.domain.interaction_line import InteractionLine, read_interaction
from entente.i18n import _
from entente.services import interactions
from entente_ui.actors.acting.words import duration
from entente_ui.document import Document
from entente_ui.formats import listing, long_date, quoted
from entente_ui.kit import OneLine, PlainLabel, PrimaryButton, set_look, spaced


class QuickLine(QWidget):
    """Reads a line while it is typed; Enter adds what it says.

    Attributes:
        line: Where one types.
        preview: What the line is read as, or what is wanting in it.

    Signals:
        added: Emitted once the interaction is noted.
    """

    added = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.line = OneLine(self)
        self.line.setAccessibleName(_("Note an interaction in one line"))
        self.line.setPlaceholderText(_("22/04 call A02 30 min migration"))
        self.preview = PlainLabel("", "small", self, wrap=True)
        self._button = PrimaryButton(_("Note it"), self.add, self)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        layout = spaced(QVBoxLayout(self), 0, 2)
        layout.addLayout(row)
        layout.addWidget(self.preview)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self.add)
        self._look()

    def begin(self, line: str) -> None:
        """Put the cursor here, behind what is already known."""
        if line:
            self.line.setText(line)
        self.line.setFocus()
        self.line.end(False)

    @property
    def quick(self) -> InteractionLine:
        """What the line is read as now."""
        today, known = self._document.read(lambda s: (s.today, interactions.known(s)))
        return read_interaction(self.line.text(), today, known)

    @Slot()
    def add(self) -> None:
        """Note what the line says, if it says enough."""
        quick = self.quick
        if not quick.is_whole:
            self._show_wanting(quick)
            self.line.setFocus()
            return
        label = _("Note an interaction of {date}").format(date=long_date(quick.held_on))
        if self._document.run(label, lambda session: interactions.add_quick(session, quick)):
            self.line.clear()
            self.added.emit()

    @Slot()
    def _look(self) -> None:
        set_look(self.line, "refused", None)
        if not self.line.text().strip():
            self._button.setEnabled(False)
            self.preview.setText(
                _("Day, kind, people, minutes and subject, in any order. K1 links a difficulty.")
            )
            return
        quick = self.quick
        self._button.setEnabled(quick.is_whole)
        self.preview.setText(self._said(quick))

    def _show_wanting(self, quick: InteractionLine) -> None:
        if self.line.text().strip():
            set_look(self.line, "refused", "true")
            self.preview.setText(self._said(quick))

    def _said(self, quick: InteractionLine) -> str:
        """Return what a line is read as, what is wanting first."""
        names = self._document.labels(ACTOR)
        kinds = INTERACTION.field("kind").choices or {}
        parts = [long_date(quick.held_on)]
        if quick.kind:
            parts.append(_(kinds[quick.kind]))
        if quick.actors:
            parts.append(listing([names.get(key, "") for key in quick.actors]))
        if quick.minutes is not None:
            parts.append(duration(quick.minutes))
        if quick.difficulty:
            parts.append(self._document.labels(DIFFICULTY).get(quick.difficulty, ""))
        if quick.subject:
            parts.append(quoted(quick.subject))
        if quick.unknown:
            said = _("Nobody and nothing is called {refs}.").format(refs=listing(quick.unknown))
            return f"{said} {' · '.join(parts)}"
        if not quick.actors:
            return _("With whom? {rest}").format(rest=" · ".join(parts))
        return " · ".join(parts)
