"""The questions of a mission's own questionnaires: added, put in order, taken out."""

from collections.abc import Sequence

from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.services import records, surveys
from entente.services.surveys import Asked
from entente.store.session import Session

#: Everybody may read what respondents are asked: it holds nothing of what they answer.
_FOR_ALL = {LEVEL_FIELD: Level.PUBLIC.value}


def begin(session: Session, name: str) -> str:
    """Begin a questionnaire of the mission's own and return its key."""
    return records.create(session, QUESTIONNAIRE, {"name": name, **_FOR_ALL})


def add(
    session: Session, questionnaire_id: str, text: str, scale: str, cause: str | None = None
) -> str:
    """Add a question after the last one and return its key.

    Args:
        session: The open mission.
        questionnaire_id: Where to.
        text: As it is asked.
        scale: What it is answered with.
        cause: The cause of difficulty it is about; None for none.

    Raises:
        WaveError: If a wave of the questionnaire is being answered.
    """
    known = surveys.asked(session, questionnaire_id)
    values = {
        "questionnaire_id": questionnaire_id,
        "code": next_code(known),
        "text": text,
        "scale": scale,
        "cause": cause,
        "position": len(known) + 1,
    }
    key = records.create(session, QUESTION, {**values, **_FOR_ALL})
    arrange(session, [*(each.id for each in known), key])
    return key


def next_code(known: Sequence[Asked]) -> str:
    """Return what the next question is called in short: Q7 where there are six."""
    taken = {each.code for each in known}
    return next(code for n in range(1, len(known) + 2) if (code := f"Q{n}") not in taken)


def arrange(session: Session, keys: Sequence[str]) -> None:
    """Ask questions in this order."""
    for position, key in enumerate(keys, 1):
        if records.get(session, QUESTION, key)["position"] != position:
            session.update(QUESTION, key, {"position": position})


def move(session: Session, question_id: str, step: int) -> None:
    """Ask a question one place earlier or later than others that are asked now.

    Args:
        session: The open mission.
        question_id: Which.
        step: −1 for earlier, 1 for later; nothing is done at either end.
    """
    owner = records.get(session, QUESTION, question_id)["questionnaire_id"]
    keys = [each.id for each in surveys.asked(session, owner)]
    now = [each.id for each in surveys.asked(session, owner, session.today)]
    if question_id not in now:
        return
    place = now.index(question_id) + step
    if not 0 <= place < len(now):
        return
    beside = now[place]
    keys.remove(question_id)
    keys.insert(keys.index(beside) + (step > 0), question_id)
    arrange(session, keys)


def take_out(session: Session, question_id: str) -> bool:
    """Ask a question no longer; say whether it is kept for what was answered to it.

    Raises:
        WaveError: If a wave that asks it is open.
    """
    owner = records.get(session, QUESTION, question_id)["questionnaire_id"]
    if surveys.was_asked(session, owner):
        surveys.retire(session, question_id)
        return True
    records.remove(session, QUESTION, question_id)
    return False
