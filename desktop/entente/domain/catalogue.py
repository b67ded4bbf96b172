"""Every kind of record there is. A new register is added here, and only here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.agreement import AGREEMENT, CLAUSE, CLAUSE_TEMPLATE
from entente.domain.aims import ALIGNMENT
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.change.impact import FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP
from entente.domain.change.progress import (
    ADKAR,
    ADOPTION,
    CHANGE_INDICATOR,
    INDICATOR_READING,
    KOTTER_STEP,
    USAGE_CHECK,
)
from entente.domain.change.spreading import (
    AMBASSADOR,
    LESSON,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.climate.survey import (
    ANSWER_COUNT,
    ANSWERED,
    QUESTION,
    QUESTIONNAIRE,
    VERBATIM,
    WAVE,
    WAVE_GROUP,
)
from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    GOAL_READING,
    REFERRAL,
)
from entente.domain.constraints import (
    CONSTRAINT,
    CONSTRAINT_CLASH,
    CONSTRAINT_KNOWN,
    RESOURCE_DEMAND,
    SHARED_RESOURCE,
)
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
    FEAR,
    TRIGGER,
    TRIGGER_ACCEPTANCE,
)
from entente.domain.difficulty import DIFFICULTY
from entente.domain.engagement import CHECK_ITEM, ENGAGEMENT_TOOL
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.follow_up import COMMITMENT, DECISION, ORIGIN
from entente.domain.glossary import MEANING, TERM, TERM_LINK
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.mission import MISSION
from entente.domain.note import NOTE, NOTE_LINK, STEP
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.option import INTEREST, OFFER, OPTION, OPTION_SCORE, STANDARD
from entente.domain.party import OSBD, PARTY
from entente.domain.raid import RAID_ITEM
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY
from entente.domain.review import APPRAISAL, OBSERVATION, REVIEW_NOTE, SANDBOX, TENSION
from entente.domain.risk import RISK, RISK_CAUSE, RISK_LINK
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.domain.sociometry import CHOICE, CRITERION
from entente.domain.sprint import DAY_OFF, DOT_VOTE, SPRINT, SPRINT_ITEM
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.start.context import PRESSURE, SUPERVISION
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.working_group import GROUP_MEMBER, INTERVIEW_GUIDE, QUOTE, WORKING_GROUP

RECORD_TYPES: Final[Mapping[str, RecordType]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            MISSION,
            ORGANISATION,
            ACTOR,
            RELATION,
            DIFFICULTY,
            DIFFICULTY_CAUSE,
            CONFLICT_FAMILY,
            MEDIATION_SESSION,
            AGENDA_ITEM,
            ATTENDANCE,
            PARTY,
            OSBD,
            NOTE,
            NOTE_LINK,
            INTEREST,
            OPTION,
            OPTION_SCORE,
            STANDARD,
            OFFER,
            STEP,
            AGREEMENT,
            CLAUSE,
            CLAUSE_TEMPLATE,
            DECISION,
            COMMITMENT,
            RISK,
            RISK_CAUSE,
            RISK_LINK,
            RISK_STEP,
            RISK_BAND,
            RISK_CELL,
            RAID_ITEM,
            ACTIVITY_TYPE,
            BACKLOG_ITEM,
            SPRINT,
            SPRINT_ITEM,
            DOT_VOTE,
            DAY_OFF,
            REVIEW_NOTE,
            TENSION,
            APPRAISAL,
            SANDBOX,
            OBSERVATION,
            WORKING_GROUP,
            GROUP_MEMBER,
            INTERVIEW_GUIDE,
            QUOTE,
            ENGAGEMENT_TOOL,
            CHECK_ITEM,
            QUESTIONNAIRE,
            QUESTION,
            WAVE,
            WAVE_GROUP,
            ANSWER_COUNT,
            VERBATIM,
            ANSWERED,
            ORIGIN,
            TERM,
            MEANING,
            TERM_LINK,
            SAFETY_CHECK,
            DECLARATION,
            EXHIBIT,
            COMMON_CAUSE,
            SUPPORTER,
            OBJECTIVE,
            INFLUENCE,
            STANCE,
            CRITERION,
            CHOICE,
            INTERACTION,
            PRESENCE,
            DELIVERABLE,
            RESPONSIBILITY,
            PRESSURE,
            ARRANGEMENT,
            ARRANGEMENT_ACTOR,
            RESOLUTION_STEP,
            SUPERVISION,
            ALIGNMENT,
            CONSTRAINT,
            CONSTRAINT_KNOWN,
            CONSTRAINT_CLASH,
            SHARED_RESOURCE,
            RESOURCE_DEMAND,
            TRIGGER,
            TRIGGER_ACCEPTANCE,
            FEAR,
            CONVENTION,
            CONVENTION_CLAUSE,
            CONVENTION_SIGNATURE,
            FUNCTIONAL_GROUP,
            IMPACT,
            PRACTICE_GAP,
            KOTTER_STEP,
            ADKAR,
            CHANGE_INDICATOR,
            INDICATOR_READING,
            USAGE_CHECK,
            ADOPTION,
            AMBASSADOR,
            RELAY,
            SHARING,
            SKILL_TRANSFER,
            LESSON,
            TESTIMONY,
            COACHING_TRACK,
            COACHING_RATING,
            COACHING_GOAL,
            GOAL_READING,
            COACHING_SESSION,
            REFERRAL,
            MAP_VIEW,
            MAP_PLACE,
            MAP_NOTE,
        )
    }
)
