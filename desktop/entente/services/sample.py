"""The sample mission CONFLUENT. Everybody and everything in it is invented."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from entente.domain.actor import ACTOR, ORGANISATION, RELATION
from entente.domain.difficulty import DIFFICULTY, NOTE, OPTION, PARTY, STEP
from entente.domain.records import RATING_FIELDS, FieldKind, RecordType
from entente.i18n import DEFAULT_LANGUAGE, LANGUAGES
from entente.services import mission, records
from entente.store.session import Session
from entente_resources import resource

#: Name of the file the sample is usually kept in.
FILE_NAME: Final = "CONFLUENT.entente"

Entry: TypeAlias = Mapping[str, Any]

_DIFFICULTIES: Final = ("k1", "k2", "k3", "k4", "k5", "k6")
_PARTS: Final = (("parties", PARTY), ("notes", NOTE), ("options", OPTION), ("steps", STEP))
_RATING: Final = frozenset(field.name for field in RATING_FIELDS)


def load(session: Session, language: str = DEFAULT_LANGUAGE) -> None:
    """Fill an empty mission with the sample.

    Args:
        session: The mission, without organisations, actors or difficulties yet.
        language: Language of its texts. The mission takes place in French; the English one
            is the same, record for record.
    """
    folder = f"sample/{language if language in LANGUAGES else DEFAULT_LANGUAGE}"
    _Loader(session, folder).load()


class _Loader:
    """Puts the files of a folder into a mission and remembers the key of each reference."""

    def __init__(self, session: Session, folder: str) -> None:
        self._session = session
        self._folder = folder
        self._author = ""
        self._keys: dict[tuple[str, str], str] = {}

    def load(self) -> None:
        """Put everything in, what is pointed to first."""
        opening = self._read("mission")
        mission.change(self._session, opening["mission"])
        for entry in opening["organisations"]:
            key = self._create(ORGANISATION, entry)
            self._keys[ORGANISATION.name, entry["short_name"]] = key
        for entry in self._read("actors")["actors"]:
            self._rated(ACTOR, entry)
        for entry in self._read("relations")["relations"]:
            self._rated(RELATION, entry)
        for name in _DIFFICULTIES:
            self._difficulty(self._read(name))

    def _read(self, name: str) -> dict[str, Any]:
        document = tomllib.loads(resource(f"{self._folder}/{name}.toml").read_text("utf-8"))
        self._author = document.get("author", "")
        return document

    def _difficulty(self, document: Entry) -> None:
        key = self._rated(DIFFICULTY, document["difficulty"])
        for name, record_type in _PARTS:
            for entry in document[name]:
                self._create(record_type, {**entry, "difficulty_id": key})

    def _rated(self, record_type: RecordType, entry: Entry) -> str:
        key = self._create(record_type, _without(entry, {"ratings"}))
        for rating in entry["ratings"]:
            values = records.checked(record_type, _without(rating, _RATING))
            said = {"author": self._author} | {k: v for k, v in rating.items() if k in _RATING}
            self._session.rate(record_type, key, values, **said)
        return key

    def _create(self, record_type: RecordType, entry: Entry) -> str:
        key = records.create(self._session, record_type, self._resolved(record_type, entry))
        if ref := entry.get("ref"):
            self._keys[record_type.name, ref] = key
            self._session.keep_number(record_type.name, int(ref.removeprefix(record_type.prefix)))
        return key

    def _resolved(self, record_type: RecordType, entry: Entry) -> dict[str, Any]:
        """Put keys where the files name a record: `actor = "A02"` is its `actor_id`."""
        values = dict(entry)
        for field in record_type.stored:
            named = field.name.removesuffix("_id")
            if field.kind is FieldKind.REFERENCE and named in values:
                values[field.name] = self._keys[field.target, values.pop(named)]
        return values


def _without(entry: Entry, names: Iterable[str]) -> dict[str, Any]:
    """Return `entry` without what is called by one of `names`."""
    left_out = set(names)
    return {name: value for name, value in entry.items() if name not in left_out}
