"""Messages in four steps, from one party to another."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.i18n import _, ngettext
from entente_ui.difficulties.parties.message import MessageForm
from entente_ui.kit import (
    EmptyState,
    LinkButton,
    PlainLabel,
    QuietButton,
    ScrollArea,
    spaced,
)
from entente_ui.pane import Context

#: Messages shown until more are asked for.
_SHOWN: Final = 8


class Messages(QWidget):
    """What the parties prepare to say, the latest first, and a way to begin another."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._difficulty = ""
        self._rows: Sequence[Mapping[str, Any]] = ()
        self._names: Mapping[str, str] = {}
        self._people: Sequence[str] = ()
        self._read_only = False
        self._limit = _SHOWN
        self.forms: dict[str, MessageForm] = {}
        self.draft: MessageForm | None = None
        self._add = QuietButton(_("New message"), self.begin, self, icon_name="plus")
        self._more = LinkButton("", self._show_more, self)
        self._empty = EmptyState(
            "difficulties",
            _("Observation, feeling, need, request: help somebody say it without a reproach."),
            _("New message"),
            self.begin,
            self,
        )
        self._list = spaced(QVBoxLayout(), 0, 12)
        self._scroll = ScrollArea(parent=self, name=_("Messages in four steps"))
        self._build()

    def _build(self) -> None:
        hint = _("Each says what was seen, what is felt, what is needed, and asks for something.")
        page = QWidget(self)
        layout = spaced(QVBoxLayout(page), (20, 4, 20, 24), 12)
        layout.addWidget(PlainLabel(hint, "muted", self, wrap=True))
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._empty, 1)
        layout.addLayout(self._list)
        layout.addWidget(self._more)
        layout.addStretch(1)
        self._scroll.setWidget(page)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._scroll)

    def show_messages(
        self,
        difficulty: str,
        rows: Sequence[Mapping[str, Any]],
        names: Mapping[str, str],
        people: Sequence[str],
        *,
        read_only: bool,
    ) -> None:
        """Show the messages of a difficulty; what is being typed stays.

        Args:
            difficulty: Its key.
            rows: The messages in the order they were written down.
            names: Of the actors by key.
            people: Keys of the actors who are parties.
            read_only: Whether nothing may be changed.
        """
        if difficulty != self._difficulty:
            self._limit = _SHOWN
            self._forget_draft()
        self._difficulty, self._names, self._people = difficulty, names, people
        self._adopt([row["id"] for row in rows])
        self._rows, self._read_only = list(reversed(rows)), read_only
        if read_only:
            self._forget_draft()
        self._fill()

    def begin(self) -> None:
        """Begin a message; it is kept as soon as it has an observation."""
        if self.draft is None:
            given = dict(zip(("actor_id", "to_id"), self._people, strict=False))
            self.draft = MessageForm(self._context, self._difficulty, "", self)
            self.draft.dropped.connect(self._drop_draft)
            self.draft.begin(given, self._names)
            self._list.insertWidget(0, self.draft)
        self._show_state()
        self.draft.boxes["observation"].input.setFocus()
        self._scroll.ensureWidgetVisible(self.draft)

    def focus_on(self, key: str) -> None:
        """Bring a message into sight and put the cursor into it."""
        place = next((n for n, row in enumerate(self._rows) if row["id"] == key), -1)
        if place >= self._limit:
            self._limit = place + 1
            self._fill()
        if key in self.forms:
            self._scroll.ensureWidgetVisible(self.forms[key])
            self.forms[key].boxes["observation"].input.setFocus()

    def _adopt(self, keys: Sequence[str]) -> None:
        """Go on with a draft as the message it is just becoming."""
        known = {row["id"] for row in self._rows}
        new = [key for key in keys if key not in known]
        if self.draft is not None and self.draft.is_being_kept and new:
            self.draft.key = new[-1]
            self.forms[new[-1]], self.draft = self.draft, None

    def _fill(self) -> None:
        shown = self._rows[: self._limit]
        keys = [row["id"] for row in shown]
        for key in [key for key in self.forms if key not in keys]:
            form = self.forms.pop(key)
            form.hide()
            form.deleteLater()
        first = 1 if self.draft is not None else 0
        for place, row in enumerate(shown, first):
            if row["id"] not in self.forms:
                form = MessageForm(self._context, self._difficulty, row["id"], self)
                self.forms[row["id"]] = form
                self._list.insertWidget(place, form)
            self.forms[row["id"]].show_row(row, self._names, read_only=self._read_only)
        self._show_state()

    def _show_state(self) -> None:
        hidden = len(self._rows) - self._limit
        told = ngettext("Show {count} more", "Show {count} more", hidden)
        self._more.setText(told.format(count=hidden))
        self._more.setVisible(hidden > 0)
        nothing = not self._rows and self.draft is None
        self._empty.setVisible(nothing and not self._read_only)
        self._add.setVisible(not nothing and not self._read_only)

    def _show_more(self) -> None:
        self._limit += _SHOWN
        self._fill()

    def _drop_draft(self) -> None:
        self._forget_draft()
        self._show_state()

    def _forget_draft(self) -> None:
        if self.draft is not None:
            self.draft.hide()
            self.draft.deleteLater()
            self.draft = None
