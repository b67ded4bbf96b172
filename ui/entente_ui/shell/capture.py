"""Noting a difficulty in one line, from anywhere."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.capture import Capture, read_capture
from entente.domain.difficulty import DIFFICULTY, NATURE_LABELS
from entente.domain.text import shorten
from entente.i18n import _
from entente_ui.cause_words import cause_words
from entente_ui.document import Document
from entente_ui.formats import listing, long_date, quoted
from entente_ui.kit import FlowLayout, Pill, PlainLabel, set_look, spaced
from entente_ui.kit.announce import announce
from entente_ui.shell.capture_hints import Hint, hints
from entente_ui.shell.floating_box import FloatingBox
from entente_ui.shell.shell import Shell

_NAME: Final = 60


class CaptureLine(FloatingBox):
    """A line, and below it what it is read as; Enter notes it.

    Attributes:
        preview: What the line is read as, or what is wanting in it.
    """

    def __init__(self, host: QWidget, document: Document, noted: Callable[[str], None]) -> None:
        """Make a line.

        Args:
            host: The window it covers.
            document: The open mission.
            noted: Called with the key of the difficulty.
        """
        super().__init__(host, _("Note a difficulty in one line"), width=680)
        from entente.services.actors import known_people  # noqa: PLC0415  # after the first paint

        self._document = document
        self._noted = noted
        actors = document.table(ACTOR).dicts()
        self._names = {row["id"]: row["name"] or "" for row in actors}
        self._refs = {row["ref"]: row["name"] or "" for row in actors}
        people = partial(known_people, by_first_name=True)
        self._today, self._people = document.read(lambda s: (s.today, people(s)))
        self.field = QLineEdit(self.box)
        self.field.setPlaceholderText(_("#tension @A07 no longer answers messages ~c2 !3"))
        self.field.setAccessibleName(_("Note a difficulty in one line"))
        self.field.textChanged.connect(self._look)
        self.field.cursorPositionChanged.connect(self._show_legend)
        self.preview = PlainLabel("", "body", self.box, wrap=True)
        self._marks = QWidget(self.box)
        self._pills = spaced(FlowLayout(self._marks), 0, 6)
        self._legend = PlainLabel("", "small", self.box, wrap=True)
        layout = spaced(QVBoxLayout(self.box), 14, 10)
        layout.addWidget(self.field)
        layout.addWidget(self.preview)
        layout.addWidget(self._marks)
        layout.addStretch(1)
        layout.addWidget(self._legend)

    @property
    def capture(self) -> Capture:
        """What the line is read as now."""
        return read_capture(self.field.text(), self._today, self._people)

    @property
    def marks(self) -> list[str]:
        """What the line says beside its title, one text each."""
        return [pill.text() for pill in self._marks.findChildren(Pill) if not pill.isHidden()]

    @override
    def prepare(self) -> None:
        self._look()

    @override
    def on_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._note()
            case Qt.Key.Key_Tab if found := self._hints():
                self._go_on_with(found[0])
            case _:
                return super().on_key(event)
        return True

    def _hints(self) -> Sequence[Hint]:
        return hints(self.field.text()[: self.field.cursorPosition()], self._refs)

    def _go_on_with(self, hint: Hint) -> None:
        """Put what is meant in place of the word before the cursor."""
        line, cursor = self.field.text(), self.field.cursorPosition()
        begins = line.rfind(" ", 0, cursor) + 1
        behind = line[cursor:] or " "
        self.field.setText(line[:begins] + hint.mark + behind)
        self.field.setCursorPosition(begins + len(hint.mark) + 1)

    def _note(self) -> None:
        from entente.services import capture  # noqa: PLC0415  # after the first paint

        said = self.capture
        if not said.is_whole:
            set_look(self.field, "refused", "true")
            self._say(said, said.unknown)
            announce(self.field, self.preview.text())
            return
        keys: list[str] = []
        label = _("Note {title}").format(title=quoted(shorten(said.title, _NAME)))
        done = self._document.run(label, lambda s: keys.append(capture.note(s, said)))
        if done:
            self.leave()
            self._noted(keys[0])

    @Slot()
    def _look(self) -> None:
        """Show what the line says; a word that can still become something is not wrong yet."""
        said = self.capture
        set_look(self.field, "refused", None)
        typing = self.field.text()[: self.field.cursorPosition()].split(" ")[-1]
        open_end = typing if self._hints() else ""
        self._say(said, [word for word in said.unknown if word != open_end])
        self._show_marks(self._read(said) if self.field.text().strip() else [])
        self._show_legend()

    def _say(self, said: Capture, unknown: Sequence[str]) -> None:
        """Say the title, or what is wanting."""
        if not self.field.text().strip():
            words = _("One sentence is enough. It is noted as a weak signal of today.")
        elif unknown:
            listed = listing([shorten(word, _NAME) for word in unknown])
            words = _("Not known here: {words}.").format(words=listed)
        elif not said.title:
            words = _("And what is happening, in a few words?")
        else:
            words = quoted(said.title)
        self.preview.setText(words)
        self.preview.set_variant("error" if unknown else "body")

    @Slot()
    def _show_legend(self) -> None:
        """Say what the word one is typing may become, or what a line may hold."""
        found = self._hints()
        if found:
            offered = "   ".join(f"{hint.mark} {shorten(hint.words, _NAME)}" for hint in found)
            self._legend.setText(_("Tab takes the first: {marks}").format(marks=offered))
        else:
            self._legend.setText(
                _(
                    "#nature, @party, ~cause, !stake from 1 to 5 and a day go wherever you like. "
                    "Enter notes it, Escape leaves."
                )
            )
        self.fit()

    def _read(self, said: Capture) -> list[tuple[str, str]]:
        """Return words and role of each thing the line says beside its title."""
        found = [(_(NATURE_LABELS[said.nature]), "accent")]
        found += [(shorten(self._names.get(key, ""), _NAME), "info") for key in said.parties]
        found += [(cause_words(cause, weight), "neutral") for cause, weight in said.causes.items()]
        if said.stake is not None:
            found.append((_("stake {number}").format(number=said.stake), "caution"))
        found.append((long_date(said.noticed_on), "neutral"))
        return found

    def _show_marks(self, marks: list[tuple[str, str]]) -> None:
        known = self._marks.findChildren(Pill, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for place, (words, role) in enumerate(marks):
            if place == len(known):
                known.append(Pill("", role, self._marks))
                self._pills.addWidget(known[-1])
            known[place].setText(words)
            known[place].set_role(role)
            known[place].show()
        for spare in known[len(marks) :]:
            spare.hide()


class CaptureCommand(QObject):
    """Carries out the command that notes a difficulty from wherever one is."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.actions.connect_all({"capture": self.open})

    def open(self) -> None:
        """Open the line over the window; not while others look at it."""
        document = self._shell.document
        if document is None:
            return
        if document.is_presenting:
            said = _("Nothing is noted while others look at the screen.")
            self._shell.toast_wanted.emit(said, False)
            return
        CaptureLine(self._shell.window.pages, document, self._tell).open()

    def _tell(self, key: str) -> None:
        workspace, document = self._shell.workspace, self._shell.document
        if workspace is None or document is None:
            return
        # What was noted, and how to take it back, is said for every step.
        ref = next(row["ref"] for row in document.table(DIFFICULTY).dicts() if row["id"] == key)
        reveal = partial(self._shell.reveal, DIFFICULTY.name, key)
        workspace.toaster.say(_("Noted as {ref}").format(ref=ref), _("Show"), reveal)
