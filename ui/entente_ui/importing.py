"""What all imports in the background have in common."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Import without Python looking for garbage meanwhile, or in what was imported later.

    Modules make a hundred thousand objects that stay; going through them again and again
    takes a sixth of the time of the imports, and holds up the window afterwards.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
