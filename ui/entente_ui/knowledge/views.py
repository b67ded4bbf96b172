"""The lists of the knowledge pane, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.domain.change.spreading import LESSON
from entente.domain.follow_up import DECISION
from entente.domain.glossary import MEANING, TERM
from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

GLOSSARY: Final = "glossary"
DECISIONS: Final = "decisions"
LESSONS: Final = "lessons"

VIEWS: Final = (
    ViewEntry(
        GLOSSARY,
        N_("Glossary"),
        "entente_ui.knowledge.glossary_tab:GlossaryTab",
        (TERM.name, MEANING.name),
    ),
    ViewEntry(
        DECISIONS,
        DECISION.plural,
        "entente_ui.knowledge.decisions_tab:DecisionsTab",
        (DECISION.name,),
    ),
    ViewEntry(
        LESSONS,
        LESSON.plural,
        "entente_ui.knowledge.lessons_tab:LessonsTab",
        (LESSON.name,),
    ),
)
