"""How the parts of a support are shown and asked for."""

from typing import Final

from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    ELEMENT_LABELS,
    GOAL_READING,
    PROGRESS_LABELS,
    REFERRAL,
)
from entente.domain.records import LEVEL_FIELD
from entente.i18n import N_
from entente_ui.change.coaching import words
from entente_ui.registers.record_cards import Form

_MARK: Final = 120

RATINGS: Final = Form(
    COACHING_RATING,
    N_("Self-ratings"),
    N_("The person rates themselves, from 1 to 5; nobody else does."),
    {
        "rated_on": 140,
        **dict.fromkeys((*ELEMENT_LABELS, *PROGRESS_LABELS), _MARK),
        LEVEL_FIELD: 150,
    },
    ("words",),
    words.rating_line,
)
GOALS: Final = Form(
    COACHING_GOAL,
    N_("Goals"),
    N_("No goal yet: in the person’s words, with what would be more and less than hoped."),
    {"horizon": 140, "side": 140, "domain": 150, "due_on": 140, LEVEL_FIELD: 150},
    ("statement", "much_less", "less", "hoped", "more", "much_more"),
    words.goal_line,
)
READINGS: Final = Form(
    GOAL_READING,
    N_("Attainments of goals"),
    N_("Press a step of a goal to note how far it is attained today."),
    {"read_on": 140, "score": 100, LEVEL_FIELD: 150},
    ("fact",),
    words.reading_line,
)
SESSIONS: Final = Form(
    COACHING_SESSION,
    N_("Sessions"),
    N_("No session yet. Each is noted as what was observed, what was asked, what is chosen."),
    {"held_on": 140, "minutes": 90, "presence": 140, "usefulness": 120, LEVEL_FIELD: 150},
    ("observation", "question", "choice", "feedback"),
    words.session_line,
)
REFERRALS: Final = Form(
    REFERRAL,
    N_("Referrals"),
    N_("Nobody was referred to."),
    {"danger": 190, "referred_on": 140, "answered_on": 140, LEVEL_FIELD: 150},
    ("referred_to", "notes"),
    words.referral_line,
)
