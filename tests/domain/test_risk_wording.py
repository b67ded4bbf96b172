"""What is worth another look in the wording of a risk."""

import pytest

from entente.domain.risk_wording import ADVICE, Advice, advise

CAUSE = "Les plannings de soin ne laissent pas de temps"
EVENT = "Ambassadrices indisponibles"
EFFECT = "Pas de relais dans les équipes"


def test_a_whole_wording_needs_no_advice() -> None:
    assert advise(CAUSE, EVENT, EFFECT) == ()
    assert advise("", "", "") == ()


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("", EVENT, EFFECT), Advice.NO_CAUSE),
        ((CAUSE, EVENT, "  "), Advice.NO_EFFECT),
        ((CAUSE, "Retard parce que l’éditeur tarde", EFFECT), Advice.CAUSE_IN_EVENT),
        ((CAUSE, "Delay because the vendor is late", EFFECT), Advice.CAUSE_IN_EVENT),
        ((CAUSE, "Panne, de sorte que rien ne va", EFFECT), Advice.EFFECT_IN_EVENT),
        ((CAUSE, "Le directeur a déjà démissionné", EFFECT), Advice.CERTAIN),
        (("Le budget pourrait baisser", EVENT, EFFECT), Advice.DOUBTFUL_CAUSE),
        ((CAUSE, EVENT, EVENT.upper()), Advice.TWICE),
        ((CAUSE, "très " * 40, EFFECT), Advice.LONG),
    ],
)
def test_what_is_amiss_is_said(parts: tuple[str, str, str], found: Advice) -> None:
    assert advise(*parts) == (found,)


def test_a_word_inside_another_is_no_sign() -> None:
    assert advise(CAUSE, "Cartes perdues et écart de caisse", EFFECT) == ()


def test_every_advice_has_a_sentence() -> None:
    assert set(ADVICE) == set(Advice)
