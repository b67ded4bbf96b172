"""The command that tells the figures the panes show."""

import datetime as dt
import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from entente.cli import difficulties, mactor, network
from entente.cli.answer import Answer
from entente.cli.console import day_asked, open_mission, say
from entente.store.session import Session

#: What can be asked of a mission as of a day, None for now, by the name it is asked for.
TOPICS: Final[Mapping[str, Callable[[Session, dt.date | None], Answer]]] = MappingProxyType(
    {
        "network": network.analyse,
        "mactor": mactor.analyse,
        "difficulties": difficulties.analyse,
    }
)


def analyse(options: Namespace) -> None:
    """Tell the figures of one topic."""
    day = day_asked(options.on)
    work = TOPICS[options.topic]
    with open_mission(options, read_only=True) as file:
        answer = file.gate.read(lambda session: work(session, day))
    if options.json:
        say(json.dumps(answer.figures, ensure_ascii=False, indent=2))
        return
    for line in answer.lines:
        say(line)
