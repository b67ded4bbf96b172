"""Filling a mission from files shipped with the program: the sample, the templates."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.agreement import AGREEMENT, CLAUSE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.climate.survey import ANSWERED, VERBATIM
from entente.domain.difficulty import DIFFICULTY
from entente.domain.engagement import CHECK_ITEM, ENGAGEMENT_TOOL
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.glossary import MEANING, TERM, TERM_LINK
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.note import NOTE, STEP
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.option import INTEREST, OFFER, OPTION, OPTION_SCORE, STANDARD
from entente.domain.party import OSBD, PARTY
from entente.domain.raid import RAID_ITEM
from entente.domain.record_values import checked
from entente.domain.records import RATING_FIELDS, FieldKind, RecordType
from entente.domain.relation import RELATION
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY
from entente.domain.review import APPRAISAL, OBSERVATION, REVIEW_NOTE, SANDBOX, TENSION
from entente.domain.risk import RISK, RISK_CAUSE, RISK_LINK
from entente.domain.risk_scales import RISK_STEP
from entente.domain.sociometry import CHOICE, CRITERION
from entente.domain.sprint import DOT_VOTE, SPRINT, SPRINT_ITEM
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.working_group import GROUP_MEMBER, INTERVIEW_GUIDE, QUOTE, WORKING_GROUP
from entente.i18n import DEFAULT_LANGUAGE, LANGUAGES
from entente.services import records
from entente.services.method_texts import read_file
from entente.store.session import Session

Entry: TypeAlias = Mapping[str, Any]

#: Where each kind stands in a file, what is pointed to first.
_LISTS: Final = (
    ("organisations", ORGANISATION),
    ("actors", ACTOR),
    ("relations", RELATION),
    ("causes", COMMON_CAUSE),
    ("supporters", SUPPORTER),
    ("objectives", OBJECTIVE),
    ("groups", WORKING_GROUP),
    ("guides", INTERVIEW_GUIDE),
    ("risk_steps", RISK_STEP),
    ("risks", RISK),
    ("raid_items", RAID_ITEM),
    ("tools", ENGAGEMENT_TOOL),
    ("backlog", BACKLOG_ITEM),
    ("sprints", SPRINT),
    ("interactions", INTERACTION),
    ("deliverables", DELIVERABLE),
    ("criteria", CRITERION),
    ("terms", TERM),
    ("decisions", DECISION),
    ("commitments", COMMITMENT),
    ("tensions", TENSION),
    ("sandboxes", SANDBOX),
    ("quotes", QUOTE),
    ("checks", CHECK_ITEM),
    ("verbatims", VERBATIM),
    ("answered", ANSWERED),
)
#: What stands within the entry of the record it is a part of, and what points to that.
_WITHIN: Final = {
    "present": (PRESENCE, "interaction_id"),
    "duties": (RESPONSIBILITY, "deliverable_id"),
    "choices": (CHOICE, "criterion_id"),
    "meanings": (MEANING, "term_id"),
    "difficulties": (TERM_LINK, "term_id"),
    "agenda": (AGENDA_ITEM, "session_id"),
    "attendance": (ATTENDANCE, "session_id"),
    "scores": (OPTION_SCORE, "option_id"),
    "clauses": (CLAUSE, "agreement_id"),
    "commitments": (COMMITMENT, "agreement_id"),
    "causes_of_it": (RISK_CAUSE, "risk_id"),
    "links": (RISK_LINK, "risk_id"),
    "actions": (BACKLOG_ITEM, "risk_id"),
    "members": (GROUP_MEMBER, "group_id"),
    "appraisals": (APPRAISAL, "item_id"),
    "cards": (SPRINT_ITEM, "sprint_id"),
    "ballot": (DOT_VOTE, "sprint_id"),
    "words": (REVIEW_NOTE, "sprint_id"),
    "observations": (OBSERVATION, "sandbox_id"),
}
#: What stands beside a difficulty in its file, what is pointed to first.
_PARTS: Final = (
    ("causes_of_it", DIFFICULTY_CAUSE),
    ("families", CONFLICT_FAMILY),
    ("parties", PARTY),
    ("sessions", MEDIATION_SESSION),
    ("notes", NOTE),
    ("messages", OSBD),
    ("interests", INTEREST),
    ("options", OPTION),
    ("standards", STANDARD),
    ("offers", OFFER),
    ("steps", STEP),
    ("agreements", AGREEMENT),
    ("safety_checks", SAFETY_CHECK),
    ("declarations", DECLARATION),
    ("exhibits", EXHIBIT),
)
#: What a record without a reference is called by those who point to it in the same file.
_HANDLE: Final = "as"
#: What means something of its own in a file, and so is not the name of a kind there.
_CALLED: Final = frozenset({*(name for name, _kind in _LISTS), *_WITHIN})
#: Where a file says more of records that are there already, and what it calls each of them.
_MORE: Final = "more"
_NAMED: Final = "named"
_RATING: Final = frozenset(field.name for field in RATING_FIELDS)


def read(folder: str, language: str, name: str) -> dict[str, Any]:
    """Return what a file of ours says, in French where it was not written in `language`."""
    spoken = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return read_file(f"{folder}/{spoken}/{name}.toml")


class Loader:
    """Puts files into an empty mission and remembers the key of each reference."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._author = ""
        self._keys: dict[tuple[str, str], str] = {}

    def add(self, document: Entry) -> None:
        """Add what one file holds: lists of records, and a difficulty with its parts.

        A list that bears the name of a kind (`[[ambassador]]`) holds records of that kind, in
        the order of the file; within an entry, such a list holds parts of that record
        (`[[functional_group.impact]]`). Under `more`, `named` records that are there already
        get further values and ratings (`[[more.actor]]`).
        """
        self._author = document.get("author", "")
        for name, record_type in _LISTS:
            for entry in document.get(name, ()):
                self._create(record_type, entry)
        if "difficulty" in document:
            key = self._create(DIFFICULTY, document["difficulty"])
            for name, record_type in _PARTS:
                for entry in document.get(name, ()):
                    self._create(record_type, {**entry, "difficulty_id": key})
        if "mid" in document:
            self._fill(document["mid"], INFLUENCE, ("from", "actors"), ("to", "actors"))
        if "mao" in document:
            self._fill(document["mao"], STANCE, ("actor", "actors"), ("objective", "objectives"))
        self._add_kinds(document)

    def know(self, record_type: RecordType, keys: Mapping[str, str]) -> None:
        """Take note of records that are there already, by what files call them."""
        self._keys |= {(record_type.name, name): key for name, key in keys.items()}

    def _add_kinds(self, document: Entry) -> None:
        """Add the lists that bear the name of a kind, then what is said of records known."""
        for record_type, entries in _by_kind(document):
            for entry in entries:
                self._create(record_type, entry)
        for record_type, entries in _by_kind(document.get(_MORE, {})):
            for entry in entries:
                self._tell_more(record_type, entry)

    def _fill(
        self, grid: Entry, record_type: RecordType, down: tuple[str, str], across: tuple[str, str]
    ) -> None:
        """Add a record for each cell of a matrix, but for those of somebody with themselves."""
        (field,) = record_type.dated
        for one, row in zip(grid[down[1]], grid["rows"], strict=True):
            for other, value in zip(grid[across[1]], row, strict=True):
                if one != other:
                    rating = {"dated_on": grid["dated_on"], field.name: value}
                    entry = {down[0]: one, across[0]: other, "ratings": [rating]}
                    self._create(record_type, entry)

    def _create(self, record_type: RecordType, entry: Entry) -> str:
        within = _by_kind(entry)
        parts = {part.name for part, _each in within}
        # A field can be called like a list of parts (`words`): then it is no list.
        lists = [name for name in _WITHIN if isinstance(entry.get(name), list)]
        stored = _without(entry, {"ratings", _HANDLE, *lists, *parts})
        key = records.create(self._session, record_type, self._resolved(record_type, stored))
        for handle in ("ref", "short_name", _HANDLE):
            if handle in entry:
                self._keys[record_type.name, entry[handle]] = key
        if ref := entry.get("ref"):
            self._session.keep_number(record_type.name, int(ref.removeprefix(record_type.prefix)))
        for rating in entry.get("ratings", ()):
            self._rate(record_type, key, rating)
        for name in lists:
            part, owner = _WITHIN[name]
            for each in entry[name]:
                self._create(part, {**each, owner: key})
        for part, entries in within:
            owner = _owner(part, record_type)
            for each in entries:
                self._create(part, {**each, owner: key})
        return key

    def _tell_more(self, record_type: RecordType, entry: Entry) -> None:
        key = self._keys[record_type.name, entry[_NAMED]]
        if stored := _without(entry, {"ratings", _NAMED}):
            records.change(self._session, record_type, key, self._resolved(record_type, stored))
        for rating in entry.get("ratings", ()):
            self._rate(record_type, key, rating)

    def _rate(self, record_type: RecordType, key: str, rating: Entry) -> None:
        values = checked(record_type, _without(rating, _RATING))
        said = {name: value for name, value in rating.items() if name in _RATING}
        self._session.rate(record_type, key, values, **{"author": self._author, **said})

    def _resolved(self, record_type: RecordType, entry: Entry) -> dict[str, Any]:
        """Put keys where a file names a record: `actor = "A02"` is its `actor_id`.

        Where a kind has a field of that very name (`organisation`, of a functional group), the
        file says `organisation_id = "T"`.
        """
        values = dict(entry)
        names = {field.name for field in record_type.stored}
        for field in record_type.stored:
            named = field.name.removesuffix("_id")
            if named != field.name and named in names:
                named = field.name
            if field.kind is FieldKind.REFERENCE and named in values:
                values[field.name] = self._keys[field.target, values.pop(named)]
        return values


def _by_kind(entry: Entry) -> list[tuple[RecordType, list[Entry]]]:
    """Return the lists that bear the name of a kind of record, in their order."""
    return [
        (RECORD_TYPES[name], held)
        for name, held in entry.items()
        if name in RECORD_TYPES and name not in _CALLED and isinstance(held, list)
    ]


def _owner(part: RecordType, whole: RecordType) -> str:
    """Return the field by which a part points to the record it is a part of."""
    return next(field.name for field in part.stored if field.owned and field.target == whole.name)


def _without(entry: Entry, names: Iterable[str]) -> dict[str, Any]:
    left_out = set(names)
    return {name: value for name, value in entry.items() if name not in left_out}
