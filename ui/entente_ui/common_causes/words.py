"""How common causes are told."""

from collections.abc import Mapping
from typing import Final

from entente.domain.backlog import ItemStatus
from entente.domain.cause import CHAMPION_LABELS
from entente.domain.follow_up import CommitmentState
from entente.domain.rallying import Convergence, Natural
from entente.i18n import N_, _, ngettext
from entente.services.common_causes import CauseView, Serving, Support
from entente_ui.formats import labelled, long_date, number, signed

#: How a supporter feels about a cause.
STRENGTH_LABELS: Final[Mapping[int, str]] = {
    2: N_("strongly for"),
    1: N_("for"),
    0: N_("undecided"),
    -1: N_("against"),
    -2: N_("strongly against"),
}
#: The colour of how far one has come with whoever could carry a cause.
STATE_ROLES: Final[Mapping[str, str]] = {
    "suggested": "neutral",
    "solicited": "info",
    "accepted": "good",
    "declined": "critical",
}
_DONE: Final = frozenset({ItemStatus.DONE.value, CommitmentState.KEPT.value})


def strength_words(strength: int | None) -> str:
    """Return how strongly somebody supports a cause, in words."""
    return _("strength not said") if strength is None else _(STRENGTH_LABELS[strength])


def support_words(support: Support) -> str:
    """Return who supports a cause and how strongly."""
    return labelled(support.name, strength_words(support.strength))


def convergence_words(found: Convergence) -> str:
    """Return how far the supporters of a cause converge, in a sentence."""
    if not found.most:
        return _("Nobody has said yet how strongly they support it.")
    parts = [
        _("Convergence {index} of {most}").format(
            index=signed(found.index), most=signed(found.most)
        ),
        ngettext("{count} for it", "{count} for it", found.favourable).format(
            count=number(found.favourable)
        ),
    ]
    if found.opposed:
        words = ngettext("{count} against it", "{count} against it", found.opposed)
        parts.append(words.format(count=number(found.opposed)))
    if found.unsaid:
        words = ngettext("{count} not said", "{count} not said", found.unsaid)
        parts.append(words.format(count=number(found.unsaid)))
    return " · ".join(parts)


def state_words(view: CauseView) -> str:
    """Return how far one has come with whoever could carry a cause, and since when."""
    state = view.row["champion_state"]
    if not state:
        return ""
    words = _(CHAMPION_LABELS[state])
    day = {"solicited": view.row["solicited_on"]}.get(state, view.row["answered_on"])
    if day is None or state == "suggested":
        return words
    return _("{state} on {day}").format(state=words, day=long_date(day))


def natural_words(name: str, natural: Natural) -> str:
    """Return why somebody would carry a cause by nature."""
    ties = ngettext(
        "in touch with {ties} of the {others} other supporter",
        "in touch with {ties} of the {others} other supporters",
        natural.others,
    ).format(ties=number(natural.ties), others=number(natural.others))
    return _("{name} could carry it: synergy {synergy}, accepted by the others, {ties}.").format(
        name=name, synergy=number(natural.synergy), ties=ties
    )


def serving_words(serving: Serving) -> str:
    """Return a card or a commitment in short, with a mark once it is done or kept."""
    return f"{serving.ref} ✓" if serving.state in _DONE else serving.ref


def done_words(view: CauseView) -> str:
    """Return how much of what serves a cause is done."""
    done = sum(each.state in _DONE for each in view.serving)
    words = ngettext(
        "{done} of {count} action or commitment for it done",
        "{done} of {count} actions and commitments for it done",
        len(view.serving),
    )
    return words.format(done=number(done), count=number(len(view.serving)))
