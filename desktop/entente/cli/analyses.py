"""The command that tells the figures the panes show."""

import datetime as dt
import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from entente.cli import change, climate, difficulties, mactor, network, risks, sprints
from entente.cli.answer import Answer
from entente.cli.console import day_asked, misused, open_mission, say
from entente.domain.simulation import SEED, TRIALS_MAX
from entente.domain.values import number_text
from entente.i18n import _, language
from entente.store.session import Session

RISKS: Final = "risks"
SPRINTS: Final = "sprints"
CLIMATE: Final = "climate"
CHANGE: Final = "change"

#: What can be asked of a mission as of a day, None for now, by the name it is asked for.
TOPICS: Final[Mapping[str, Callable[[Session, dt.date | None], Answer]]] = MappingProxyType(
    {
        "network": network.analyse,
        "mactor": mactor.analyse,
        "difficulties": difficulties.analyse,
        RISKS: risks.analyse,
        SPRINTS: sprints.analyse,
        CLIMATE: climate.analyse,
        CHANGE: change.analyse,
    }
)


def analyse(options: Namespace) -> None:
    """Tell the figures of one topic."""
    day = day_asked(options.on)
    work = _played(options) or _advised(options) or _parted(options) or TOPICS[options.topic]
    with open_mission(options, read_only=True) as file:
        answer = file.gate.read(lambda session: work(session, day))
    if options.json:
        say(json.dumps(answer.figures, ensure_ascii=False, indent=2))
        return
    for line in answer.lines:
        say(line)


def _played(options: Namespace) -> Callable[[Session, dt.date | None], Answer] | None:
    """Return the work with chance playing as often as asked, None if it is not to.

    Raises:
        Refusal: If that makes no sense.
    """
    trials, seed = options.simulate, options.seed
    if trials is None and seed is None:
        return None
    if options.topic != RISKS or trials is None:
        raise misused(_("Only risks can be simulated: risks --simulate 100000 --seed 1."))
    if not 1 <= trials <= TRIALS_MAX or (seed is not None and seed < 0):
        said = _("Simulate from 1 to {most} times, with a seed from 0.")
        raise misused(said.format(most=number_text(TRIALS_MAX, language())))
    return partial(risks.analyse, trials=trials, seed=SEED if seed is None else seed)


def _advised(options: Namespace) -> Callable[[Session, dt.date | None], Answer] | None:
    """Return the work with advice on what to do next, None if none is asked for.

    Raises:
        Refusal: If that makes no sense.
    """
    if not options.recommend:
        return None
    if options.topic != SPRINTS:
        raise misused(_("Activities are recommended for sprints alone: sprints --recommend."))
    return partial(sprints.analyse, recommend=True)


def _parted(options: Namespace) -> Callable[[Session, dt.date | None], Answer] | None:
    """Return the work for one group of respondents, None if none is asked for.

    Raises:
        Refusal: If that makes no sense.
    """
    if not options.by:
        return None
    if options.topic != CLIMATE:
        raise misused(_("Groups answer questionnaires alone: climate --by GROUP."))
    return partial(climate.analyse, by=options.by)
