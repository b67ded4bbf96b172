"""Checklists: steps under stages, to be ticked, ordered and tied to what shows them."""

from typing import Final

#: What `Context.reveal` takes to go to a step of the phases of the project: the steps of
#: rallying are of the same kind of record and stand elsewhere.
PHASE_STEP: Final = "check_item:phase"
