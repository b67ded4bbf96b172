"""Waves planted in a mission as a file holds them once they are closed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.store.gate import Gate
from tests.proof.documents import bytes_of_zip, pages_of_pdf

FIRST: Final = dt.date(2026, 2, 25)
ON: Final = dt.date(2026, 6, 10)


@dataclass
class Mission:
    """A mission with one questionnaire; keys by what they were planted as."""

    gate: Gate
    keys: dict[str, str] = field(default_factory=dict)

    def put(self, named: str, table: str, /, **values: Any) -> str:  # noqa: ANN401  # of any field
        """Write a record as it stands in a file."""
        kind = RECORD_TYPES[table]
        level = {"confidentiality": "public"} if kind.has_level else {}

        def write(session: Any) -> None:  # noqa: ANN401  # the session of the gate
            self.keys[named] = session.insert(kind, level | values)

        self.gate.run("Plant", write)
        return self.keys[named]

    def ask(self, codes: Sequence[str], scale: str = "agreement") -> None:
        """Plant questions, and the questionnaire they are of."""
        if "QN" not in self.keys:
            told = "Nobody sees what you answer."
            self.put("QN", "questionnaire", name="Barometer", introduction=told)
        for place, code in enumerate(codes, 1):
            text = f"Wording of {code}"
            about = {"questionnaire_id": self.keys["QN"], "position": place, "scale": scale}
            self.put(code, "question", code=code, text=text, **about)

    def wave(self, name: str, day: dt.date | None, **values: Any) -> str:  # noqa: ANN401  # of any field
        """Plant a wave, closed on a day."""
        about = {"questionnaire_id": self.keys["QN"], "name": name, "closed_on": day}
        return self.put(name, "wave", **{"threshold": 5} | about | values)

    def count(
        self, wave: str, code: str, counts: Sequence[int], low: int = 1, of: str = ""
    ) -> None:
        """Plant the counts of one question, of all or of a group."""
        kind = RECORD_TYPES["answer_count"]
        rows = [
            {
                "wave_id": self.keys[wave],
                "question_id": self.keys[code],
                "group_id": self.keys[of] if of else None,
                "answer": answer,
                "count": number,
            }
            for answer, number in enumerate(counts, low)
            if number
        ]
        self.gate.run("Plant", lambda session: session.insert_many(kind, rows))

    def told(self, kind: str, key: str, reader: Audience = MEDIATOR) -> Any:  # noqa: ANN401  # of each kind
        """Return what a reader is told by a document."""
        return self.gate.read(lambda s: KINDS[kind].gather(s, self.keys[key], reader, ON))

    def text(self, kind: str, key: str, reader: Audience = MEDIATOR, form: Form = Form.PDF) -> str:
        """Return a document as its reader reads it, on one line."""
        data = KINDS[kind].produce(self.told(kind, key, reader), "en", form=form)
        return words_of(data, form)


def words_of(data: bytes, form: Form) -> str:
    """Return all a file says, on one line."""
    if form is Form.PDF:
        return " ".join(" ".join(pages_of_pdf(data)).split())
    return b" ".join(bytes_of_zip(data)).decode("utf-8", "replace")


def together(groups: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """Return the counts of all groups added up."""
    return tuple(map(sum, zip(*groups.values(), strict=True)))
