"""The eight steps on paper: how far each is, and what shows it."""

from collections.abc import Iterator

from entente.briefs.change.values import Change
from entente.briefs.parts import Part, Row, Table, Tone, Words, cell
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, said
from entente.domain.change.progress import KOTTER_STEP, STEP_MAX
from entente.domain.kotter import KOTTER_LABELS, KOTTER_PHASES, PHASE_LABELS
from entente.i18n import _
from entente.services.progress_words import NONE, course_sentence


def steps(told: Change, voice: Voice) -> Iterator[Part]:
    """Yield all eight under their phases; nothing where none was judged."""
    known = _known(told)
    if not any(_score(entry) is not None for entry in known.values()):
        return
    rows = []
    for phase, names in KOTTER_PHASES.items():
        for place, name in enumerate(names):
            head = cell(_(PHASE_LABELS[phase]), Tone.STRONG) if not place else ()
            rows.append(Row((head, cell(_(KOTTER_LABELS[name])), *_judged(voice, known.get(name)))))
    heads = (_("Phase"), _("Step"), _("Score"), _("Date"), _("What shows it"))
    yield Table((70.0, 118.0, 36.0, 78.0, 0.0), tuple(rows), heads, tight=True)


def first_step(told: Change) -> str:
    """Return how many steps hold, and which does not yet; nothing where none was judged."""
    known = _known(told)
    scores = {name: _score(known[name]) if name in known else None for name in KOTTER_LABELS}
    if all(score is None for score in scores.values()):
        return ""
    return course_sentence(scores)


def _known(told: Change) -> dict[str, Entry]:
    return {each.text("step"): each for each in told.of(KOTTER_STEP.name)}


def _score(entry: Entry) -> int | None:
    value = entry.history[-1].number("score") if entry.history else None
    return None if value is None else int(value)


def _judged(voice: Voice, entry: Entry | None) -> tuple[tuple[Words, ...], ...]:
    score = _score(entry) if entry else None
    if entry is None or score is None:
        return cell(NONE, Tone.MUTED), cell(""), voice.rest(entry, ("step",)) if entry else ()
    last = entry.history[-1]
    told = (*voice.words(last, "fact"), *voice.rest(entry, ("step", "score")))
    return (
        (Words(str(score), Tone.DENSE, heat=STEP_MAX - score),),
        cell(said(last, "dated_on"), Tone.MUTED),
        told or cell(""),
    )
