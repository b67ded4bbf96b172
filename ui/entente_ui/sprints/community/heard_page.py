"""What was heard: quotes by the common cause they speak for, interviews, and their guides."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.quote_line import QuoteLine, read_quote
from entente.domain.text import fold
from entente.domain.working_group import INTERVIEW_GUIDE, QUOTE
from entente.i18n import _, ngettext
from entente.services import quotes
from entente.services.quotes import Heard, Quote
from entente_ui.formats import listing, number, quoted
from entente_ui.kit import (
    Button,
    EmptyState,
    FlowLayout,
    LinkButton,
    Menu,
    QuietButton,
    SearchField,
    Segments,
    make_action,
    spaced,
)
from entente_ui.kit.cards import LaneHead, Lanes, Looks
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.picking import pick_beside
from entente_ui.registers.register import Register
from entente_ui.sprints.community.capture import Capture
from entente_ui.sprints.community.interviews_panel import InterviewsPanel
from entente_ui.sprints.community.quote_deeds import QuoteDeeds
from entente_ui.sprints.community.quote_faces import QuoteFaces, QuoteList

QUOTES: Final = "quotes"
INTERVIEWS: Final = "interviews"
GUIDES: Final = "guides"
#: The lane of quotes that speak for no common cause.
_NONE: Final = "-"
_WIDE: Final = 200
#: More tags than that are for the filter.
_MOST_TAGS: Final = 20


class HeardPage(ReadingView):
    """Quotes, interviews, guides.

    Attributes:
        heard: What was read.
        mode: Says which of the three is shown.
        lanes: The quotes.
        capture: Where a quote is typed.
        words: The filter.
        tags: One button for each tag.
        interviews: The interviews; made when first looked at.
        guides: The register of the guides; likewise.
        deeds: Writes.
    """

    name = "heard"
    tables = frozenset(
        {
            *(QUOTE.name, INTERACTION.name, PRESENCE.name, INTERVIEW_GUIDE.name),
            *(ACTOR.name, COMMON_CAUSE.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heard = Heard()
        self._is_late = self._is_begun = False
        self._told: Selection | None = None
        self.deeds = QuoteDeeds(context)
        self._faces = QuoteFaces()
        self.mode = Segments(
            [(QUOTES, _("Quotes")), (INTERVIEWS, _("Interviews")), (GUIDES, _("Guides"))], QUOTES
        )
        self.mode.setAccessibleName(_("What was heard"))
        self.lanes: Lanes[Quote] = Lanes(lambda: QuoteList(self._faces), _("Quotes"), self)
        self.capture = Capture(QUOTE, self._read_as, self)
        self.words = SearchField(_("Words, names, #tags"), self)
        self.tags: list[Button] = []
        self.interviews: InterviewsPanel | None = None
        self.guides: Register | None = None
        self._flow = spaced(FlowLayout(), 0, 2)
        self._stack = QStackedWidget(self)
        self._page = QWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), 0, 8)
        bar.addWidget(self.mode)
        bar.addStretch(1)
        bar.addWidget(self.words)
        self.capture.explain(
            _("New quote"),
            _("@Who “their words” #tag"),
            _("@who said it, #tag what it is about; Enter notes it."),
        )
        inside = spaced(QVBoxLayout(self._page), 0, 6)
        inside.addWidget(self.capture)
        inside.addLayout(self._flow)
        inside.addWidget(self.lanes, 1)
        self._empty = EmptyState(
            "documents",
            _("No quote has been noted yet."),
            _("Note a quote"),
            self.begin_quote,
            self,
            hint=_("What people said, in their words; later it may become a signal or an idea."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self._page, self._empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        lanes = self.lanes
        self.mode.chosen.connect(self._turn)
        self.words.searched.connect(self._show)
        self.capture.entered.connect(self.note)
        lanes.chosen.connect(self._tell)
        lanes.asked.connect(self.run)
        lanes.carried.connect(lambda cause: self._serve(lanes.selected, cause))
        lanes.dropped.connect(lambda cause, keys, _on: self._serve(self._of(keys), cause))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))
        lanes.released.connect(self._catch_up)

    @property
    @override
    def status(self) -> str:
        count = len(self.heard.quotes)
        return ngettext("{count} quote", "{count} quotes", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        if self.lanes.is_editing and is_written:
            # The lanes would take away what is being typed.
            self._is_late = True
            return
        self.lanes.finish_edit()
        self.heard = self._faces.heard = document.read(lambda s: quotes.overview(s, viewer))
        self.capture.setVisible(is_written)
        self._show_tags()
        if self.interviews is not None:
            self.interviews.show_heard(self.heard)
        self._show()

    def _show_tags(self) -> None:
        for button in self.tags:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.tags = []
        for tag, count in self.heard.tags[:_MOST_TAGS]:
            kind = LinkButton if count > 1 else QuietButton
            text = f"#{tag} · {number(count)}" if count > 1 else f"#{tag}"
            button = kind(text, partial(self.look_for, f"#{tag}"), self)
            self.tags.append(button)
            self._flow.addWidget(button)

    @Slot()
    def _show(self) -> None:
        """Put the quotes into lanes; what is not looked for is dimmed."""
        lanes: dict[str, list[Quote]] = {key: [] for key in (*self.heard.causes, _NONE)}
        for quote in self.heard.quotes:
            lanes[quote.common_cause or _NONE].append(quote)
        heads = [LaneHead(key, name) for key, name in self.heard.causes.items()]
        heads.append(LaneHead(_NONE, _("For no cause")))
        slim = frozenset(key for key, held in lanes.items() if not held)
        is_written = not self.context.document.is_presenting
        self.lanes.show_lanes(heads, lanes, Looks(self._found(), is_written, slim, _WIDE))
        self._turn()

    def _found(self) -> frozenset[str] | None:
        wanted = fold(self.words.text().strip()).split()
        if not wanted:
            return None
        texts = {quote.id: fold(self._faces.aloud(quote)) for quote in self.heard.quotes}
        return frozenset(key for key, text in texts.items() if all(w in text for w in wanted))

    @Slot()
    def _turn(self) -> None:
        mode, document = self.mode.current, self.context.document
        self.words.setVisible(mode == QUOTES)
        if mode == INTERVIEWS:
            self._stack.setCurrentWidget(self._interviews())
        elif mode == GUIDES:
            self._stack.setCurrentWidget(self._guides())
        elif self.heard.quotes or self._is_begun:
            self._stack.setCurrentWidget(self._page)
        else:
            self._stack.setCurrentIndex(2 if document.is_presenting else 1)
        self._tell()

    def _interviews(self) -> InterviewsPanel:
        if self.interviews is None:
            self.interviews = InterviewsPanel(self.context, self.deeds, self)
            self.interviews.selected.connect(lambda _chosen: self._tell())
            self._stack.addWidget(self.interviews)
            self.interviews.show_heard(self.heard)
        return self.interviews

    def _guides(self) -> Register:
        if self.guides is None:
            self.guides = Register(self.context, INTERVIEW_GUIDE, self)
            self.guides.selected.connect(lambda _chosen: self._tell())
            self._stack.addWidget(self.guides)
        return self.guides

    def look_for(self, words: str) -> None:
        """Look for words, or for nothing if it is they already."""
        self.words.setText("" if self.words.text() == words else words)
        self._show()

    @override
    def add_record(self) -> bool:
        match self.mode.current:
            case "interviews":
                self._interviews().ask_guide()
            case "guides":
                self._guides().add_record()
            case _:
                self.begin_quote()
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.mode.current == GUIDES:
            return self._guides().offered_actions()
        if self.context.document.is_presenting:
            return ()
        return (
            make_action(self, _("Note a quote"), self.begin_quote, "quote"),
            make_action(self, _("New interview"), self.begin_interview, "plus"),
        )

    @Slot()
    def begin_quote(self) -> None:
        """Put the cursor where a quote is typed."""
        if not self.context.document.is_presenting:
            self._is_begun = True
            self.mode.set_current(QUOTES)
            self._turn()
            self.capture.begin()

    @Slot()
    def begin_interview(self) -> None:
        """Ask with whom an interview is held."""
        self.mode.set_current(INTERVIEWS)
        self._turn()
        self._interviews().ask_guide()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type == INTERVIEW_GUIDE.name:
            self.mode.set_current(GUIDES)
            self._turn()
            self._guides().reveal(key)
            return True
        self.mode.set_current(QUOTES)
        self._turn()
        return record_type == QUOTE.name and self.lanes.reveal(key)

    @override
    def focus_filter(self) -> None:
        if self.mode.current == GUIDES:
            self._guides().focus_filter()
        else:
            self.words.setFocus()
            self.words.selectAll()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"mode": self.mode.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("mode") in {QUOTES, INTERVIEWS, GUIDES}:
            self.mode.set_current(str(state["mode"]))
            self._turn()

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
        key = self.deeds.add(line, self.capture.chosen_level, cause)
        if key:
            self.lanes.reveal(key)
            self.capture.taken()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the quotes selected."""
        some, is_written = self.lanes.selected, not self.context.document.is_presenting
        match name:
            case "open":
                focus_inspector(self.window())
            case "filter":
                self.focus_filter()
            case "new":
                self.begin_quote()
            case "edit" if some and is_written:
                self.lanes.begin_edit(some[0].id)
            case "signal" if some:
                self.deeds.to_signals(some)
            case "idea" if some:
                self.deeds.to_ideas(some)
            case "cause" if some and is_written:
                self._ask_cause(some)
            case "delete":
                self.deeds.remove(some)

    def make_menu(self) -> Menu:
        """Return what can be done with the quotes selected."""
        menu, some = Menu(_("Quotes"), self), self.lanes.selected
        choices = [(_("Show in the inspector"), "open", "layout-sidebar-right")]
        if some and not self.context.document.is_presenting:
            choices += [
                (_("Make it a weak signal") + "\tS", "signal", "alert-triangle"),
                (_("Make it an idea of the backlog") + "\tB", "idea", "bulb"),
                (_("For which common cause…"), "cause", "flag"),
                (_("Reword") + "\tF2", "edit", "pencil"),
                (_("Delete"), "delete", "trash"),
            ]
        for words, name, icon_name in choices:
            menu.addAction(make_action(menu, words, partial(self.run, name), icon_name))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _ask_cause(self, some: Sequence[Quote]) -> None:
        target = self.capture.geometry().translated(self._page.pos())
        question, field = _("For which common cause?"), QUOTE.field("common_cause_id")
        pick_beside(self, target, question, field, self.heard.causes, partial(self._serve, some))

    def _serve(self, some: Sequence[Quote], lane: str) -> None:
        cause = "" if lane == _NONE else lane
        away = [quote for quote in some if quote.common_cause != cause]
        name = self.heard.causes.get(cause, _("For no cause"))
        if away and self.deeds.serve(away, cause, name):
            self.lanes.reveal(away[0].id)

    @Slot(str, str)
    def _reword(self, key: str, text: str) -> None:
        for quote in self._of([key]):
            if text.strip() and text != quote.text:
                self.deeds.reword(quote, text)

    def _of(self, keys: Sequence[str]) -> list[Quote]:
        return [quote for quote in self.heard.quotes if quote.id in set(keys)]

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.lanes.is_editing:
            self._is_late = False
            self.expire()

    @Slot()
    def _tell(self) -> None:
        match self.mode.current:
            case "interviews":
                chosen = self.interviews.selection if self.interviews else None
            case "guides":
                chosen = self.guides.selection if self.guides else None
            case _:
                keys = tuple(quote.id for quote in self.lanes.selected)
                chosen = Selection(QUOTE, keys) if keys else None
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)
