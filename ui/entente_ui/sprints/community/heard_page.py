"""What was heard: quotes by the common cause they speak for, interviews, and their guides."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.working_group import INTERVIEW_GUIDE, QUOTE
from entente.i18n import _, ngettext
from entente.services import quotes
from entente.services.quotes import Heard
from entente_ui.formats import number
from entente_ui.kit import EmptyState, SearchField, Segments, make_action, spaced
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.community.guides import GuideRegister, print_guide
from entente_ui.sprints.community.interviews_panel import InterviewsPanel
from entente_ui.sprints.community.quote_deeds import QuoteDeeds
from entente_ui.sprints.community.quotes_panel import QuotesPanel

QUOTES: Final = "quotes"
INTERVIEWS: Final = "interviews"
GUIDES: Final = "guides"


class HeardPage(ReadingView):
    """Quotes, interviews, guides.

    Attributes:
        heard: What was read.
        mode: Says which of the three is shown.
        words: The filter of the quotes.
        quotes: The quotes, and where one is typed.
        interviews: The interviews; made when first looked at.
        guides: The register of the guides; likewise.
    """

    name = "heard"
    tables = frozenset(
        {
            *(QUOTE.name, INTERACTION.name, PRESENCE.name, INTERVIEW_GUIDE.name),
            *(ACTOR.name, COMMON_CAUSE.name, DIFFICULTY.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heard = Heard()
        self._is_late = self._is_begun = False
        self._told: Selection | None = None
        self._deeds = QuoteDeeds(context)
        self.mode = Segments(
            [(QUOTES, _("Quotes")), (INTERVIEWS, _("Interviews")), (GUIDES, _("Guides"))], QUOTES
        )
        self.mode.setAccessibleName(_("What was heard"))
        self.words = SearchField(_("Words, names, #tags"), self)
        self.quotes = QuotesPanel(context, self._deeds, self)
        self.interviews: InterviewsPanel | None = None
        self.guides: GuideRegister | None = None
        self._stack = QStackedWidget(self)
        self._build()
        self.mode.chosen.connect(self._turn)
        self.words.searched.connect(self._show)
        self.quotes.chosen.connect(self._tell)
        self.quotes.released.connect(self._catch_up)
        self.quotes.tag_wanted.connect(self.look_for)
        self.quotes.filter_wanted.connect(self.focus_filter)
        self.quotes.new_wanted.connect(self.begin_quote)

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), 0, 8)
        bar.addWidget(self.mode)
        bar.addStretch(1)
        bar.addWidget(self.words)
        self._empty = EmptyState(
            "documents",
            _("No quote has been noted yet."),
            _("Note a quote"),
            self.begin_quote,
            self,
            hint=_("What people said, in their words; later it may become a signal or an idea."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.quotes, self._empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    @property
    @override
    def status(self) -> str:
        count = len(self.heard.quotes)
        return ngettext("{count} quote", "{count} quotes", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        if self.quotes.lanes.is_editing and is_written:
            # The lanes would take away what is being typed.
            self._is_late = True
            return
        self.quotes.lanes.finish_edit()
        self.heard = document.read(lambda s: quotes.overview(s, viewer))
        self.quotes.take(self.heard)
        if self.interviews is not None:
            self.interviews.show_heard(self.heard)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.quotes.show_quotes(self.words.text())
        self._turn()

    @Slot()
    def _turn(self) -> None:
        mode, document = self.mode.current, self.context.document
        self.words.setVisible(mode == QUOTES)
        if mode == INTERVIEWS:
            self._stack.setCurrentWidget(self._interviews())
        elif mode == GUIDES:
            self._stack.setCurrentWidget(self._guides())
        elif self.heard.quotes or self._is_begun:
            self._stack.setCurrentWidget(self.quotes)
        else:
            self._stack.setCurrentIndex(2 if document.is_presenting else 1)
        self._tell()

    def _interviews(self) -> InterviewsPanel:
        if self.interviews is None:
            self.interviews = InterviewsPanel(self.context, self._deeds, self)
            self.interviews.selected.connect(lambda _chosen: self._tell())
            self._stack.addWidget(self.interviews)
            self.interviews.show_heard(self.heard)
        return self.interviews

    def _guides(self) -> GuideRegister:
        if self.guides is None:
            self.guides = GuideRegister(self.context, self)
            self.guides.selected.connect(lambda _chosen: self._tell())
            self._stack.addWidget(self.guides)
        return self.guides

    @Slot(str)
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
            make_action(self, _("Print the guide…"), self.print_out, "printer"),
        )

    @Slot()
    def begin_quote(self) -> None:
        """Put the cursor where a quote is typed."""
        if not self.context.document.is_presenting:
            self._is_begun = True
            self.mode.set_current(QUOTES)
            self._turn()
            self.quotes.capture.begin()

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
        return record_type == QUOTE.name and self.quotes.lanes.reveal(key)

    @override
    def focus_filter(self) -> None:
        if self.mode.current == GUIDES:
            self._guides().focus_filter()
        else:
            self.words.setFocus()
            self.words.selectAll()

    @override
    def print_out(self) -> None:
        """Go to a guide on paper: the one selected, or that of the interview selected."""
        if self.context.document.is_presenting:
            return
        if self.mode.current == GUIDES:
            self._guides().print_out()
        else:
            held = self.interviews if self.mode.current == INTERVIEWS else None
            print_guide(self.context, held.guide if held is not None else "")

    @override
    def state(self) -> Mapping[str, Any]:
        return {"mode": self.mode.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("mode") in {QUOTES, INTERVIEWS, GUIDES}:
            self.mode.set_current(str(state["mode"]))
            self._turn()

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.quotes.lanes.is_editing:
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
                chosen = self.quotes.selection
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)
