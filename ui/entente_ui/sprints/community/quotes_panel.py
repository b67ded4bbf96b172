"""The quotes: typed as they are said, in lanes by the common cause they speak for."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.difficulty import DIFFICULTY
from entente.domain.quote_line import QuoteLine, read_quote
from entente.domain.text import fold
from entente.domain.working_group import QUOTE
from entente.i18n import _
from entente.services.quotes import Heard, Quote
from entente_ui.formats import listing, number, quoted
from entente_ui.kit import Button, FlowLayout, LinkButton, Menu, QuietButton, make_action, spaced
from entente_ui.kit.cards import LaneHead, Lanes, Looks
from entente_ui.pane import Context, Selection
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.picking import pick_beside
from entente_ui.sprints.community.capture import Capture
from entente_ui.sprints.community.quote_deeds import QuoteDeeds
from entente_ui.sprints.community.quote_faces import QuoteFaces, QuoteList

#: The lane of quotes that speak for no common cause.
_NONE: Final = "-"
_WIDE: Final = 200
#: More tags than that are for the filter.
_MOST_TAGS: Final = 20


class QuotesPanel(QWidget):
    """Quotes, their tags, and the line they are typed in.

    Attributes:
        heard: What was read.
        lanes: The quotes.
        capture: Where a quote is typed.
        tags: One button for each tag.

    Signals:
        chosen: Emitted when other quotes are selected.
        released: Emitted when a quote is no longer written over.
        tag_wanted: Emitted with a tag to look for, its sign before it.
        filter_wanted: Emitted when the filter is asked for.
        new_wanted: Emitted when a new quote is asked for.
    """

    chosen = Signal()
    released = Signal()
    tag_wanted = Signal(str)
    filter_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, context: Context, deeds: QuoteDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        self.heard = Heard()
        self._faces = QuoteFaces()
        self.lanes: Lanes[Quote] = Lanes(self._make_list, _("Quotes"), self)
        self.capture = Capture(QUOTE, self._read_as, self)
        self.tags: list[Button] = []
        self._flow = spaced(FlowLayout(), 0, 2)
        self.capture.explain(
            _("New quote"),
            _("@Who “their words” #tag"),
            _("@who said it, #tag what it is about; Enter notes it."),
        )
        inside = spaced(QVBoxLayout(self), 0, 6)
        inside.addWidget(self.capture)
        inside.addLayout(self._flow)
        inside.addWidget(self.lanes, 1)
        self._connect()

    def _make_list(self) -> QuoteList:
        made = QuoteList(self._faces)
        made.marked.connect(self._open_difficulty)
        return made

    def _connect(self) -> None:
        lanes = self.lanes
        self.capture.entered.connect(self.note)
        lanes.chosen.connect(self.chosen)
        lanes.asked.connect(self.run)
        lanes.carried.connect(lambda cause: self._serve(lanes.selected, cause))
        lanes.dropped.connect(lambda cause, keys, _on: self._serve(self._of(keys), cause))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))
        lanes.released.connect(self.released)

    @property
    def selection(self) -> Selection | None:
        """The quotes selected."""
        keys = tuple(quote.id for quote in self.lanes.selected)
        return Selection(QUOTE, keys) if keys else None

    @property
    def _is_written(self) -> bool:
        return not self._context.document.is_presenting

    def take(self, heard: Heard) -> None:
        """Take what was read, with its tags; the quotes are shown by `show_quotes`."""
        self.heard = self._faces.heard = heard
        self.capture.setVisible(self._is_written)
        for button in self.tags:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.tags = []
        for tag, count in heard.tags[:_MOST_TAGS]:
            kind = LinkButton if count > 1 else QuietButton
            text = f"#{tag} · {number(count)}" if count > 1 else f"#{tag}"
            button = kind(text, partial(self.tag_wanted.emit, f"#{tag}"), self)
            self.tags.append(button)
            self._flow.addWidget(button)

    def show_quotes(self, words: str) -> None:
        """Put the quotes into lanes; what is not looked for is dimmed."""
        lanes: dict[str, list[Quote]] = {key: [] for key in (*self.heard.causes, _NONE)}
        for quote in self.heard.quotes:
            lanes[quote.common_cause or _NONE].append(quote)
        heads = [LaneHead(key, name) for key, name in self.heard.causes.items()]
        heads.append(LaneHead(_NONE, _("For no cause")))
        slim = frozenset(key for key, held in lanes.items() if not held)
        self.lanes.show_lanes(
            heads, lanes, Looks(self._found(words), self._is_written, slim, _WIDE)
        )

    def _found(self, words: str) -> frozenset[str] | None:
        wanted = fold(words.strip()).split()
        if not wanted:
            return None
        texts = {quote.id: fold(self._faces.aloud(quote)) for quote in self.heard.quotes}
        return frozenset(key for key, text in texts.items() if all(w in text for w in wanted))

    def _read_line(self) -> QuoteLine:
        return read_quote(self.capture.text, self.heard.people)

    def _read_as(self) -> str:
        """Return what the line is read as."""
        line = self._read_line()
        parts = [self.heard.names.get(line.actor, ""), " ".join(f"#{tag}" for tag in line.tags)]
        if line.unknown:
            names = listing([quoted(name) for name in line.unknown])
            parts.append(_("not known here: {names}").format(names=names))
        return " · ".join(filter(None, parts))

    @Slot()
    def note(self) -> None:
        """Note what was typed, for the cause of the lane one is at."""
        line, current = self._read_line(), self.lanes.current
        if not line.text:
            return
        cause = current.common_cause if current else ""
        key = self._deeds.add(line, self.capture.chosen_level, cause)
        if key:
            self.lanes.reveal(key)
            self.capture.taken()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the quotes selected."""
        some, is_written = self.lanes.selected, self._is_written
        match name:
            case "open":
                focus_inspector(self.window())
            case "filter":
                self.filter_wanted.emit()
            case "new":
                self.new_wanted.emit()
            case "edit" if some and is_written:
                self.lanes.begin_edit(some[0].id)
            case "signal" if some and is_written:
                self._deeds.to_signals(some)
            case "difficulty" if some:
                self._open_difficulty(some[0].id)
            case "idea" if some:
                self._deeds.to_ideas(some)
            case "cause" if some and is_written:
                self._ask_cause(some)
            case "delete":
                self._deeds.remove(some)

    def make_menu(self) -> Menu:
        """Return what can be done with the quotes selected."""
        menu, some = Menu(_("Quotes"), self), self.lanes.selected
        choices = [(_("Show in the inspector"), "open", "layout-sidebar-right")]
        if some and some[0].difficulty:
            go = _("Go to {record}").format(record=some[0].difficulty_ref) + "\tD"
            choices.append((go, "difficulty", "alert-triangle"))
        if some and self._is_written:
            if not all(quote.difficulty for quote in some):
                choices.append((_("Make it a weak signal") + "\tS", "signal", "alert-triangle"))
            choices += [
                (_("Make it an idea of the backlog") + "\tB", "idea", "bulb"),
                (_("For which common cause…"), "cause", "flag"),
                (_("Reword") + "\tF2", "edit", "pencil"),
                (_("Delete"), "delete", "trash"),
            ]
        for words, name, icon_name in choices:
            menu.addAction(make_action(menu, words, partial(self.run, name), icon_name))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(str)
    def _open_difficulty(self, key: str) -> None:
        """Go to the difficulty that was made of a quote."""
        for quote in self._of([key]):
            if quote.difficulty:
                self._context.reveal(DIFFICULTY.name, quote.difficulty)

    def _ask_cause(self, some: Sequence[Quote]) -> None:
        question, field = _("For which common cause?"), QUOTE.field("common_cause_id")
        target, causes = self.capture.geometry(), self.heard.causes
        pick_beside(self, target, question, field, causes, partial(self._serve, some))

    def _serve(self, some: Sequence[Quote], lane: str) -> None:
        cause = "" if lane == _NONE else lane
        away = [quote for quote in some if quote.common_cause != cause]
        name = self.heard.causes.get(cause, _("For no cause"))
        if away and self._deeds.serve(away, cause, name):
            self.lanes.reveal(away[0].id)

    @Slot(str, str)
    def _reword(self, key: str, text: str) -> None:
        for quote in self._of([key]):
            if text.strip() and text != quote.text:
                self._deeds.reword(quote, text)

    def _of(self, keys: Sequence[str]) -> list[Quote]:
        wanted = set(keys)
        return [quote for quote in self.heard.quotes if quote.id in wanted]
