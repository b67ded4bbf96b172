"""Files the program reads at run time: icons, fonts, translations, the sample mission."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import IO


def resource(name: str) -> Traversable:
    """Return the file called `name`, relative to this package."""
    return files(__name__).joinpath(name)


def catalogue(language: str) -> IO[bytes]:
    """Open the compiled translations of `language`.

    Raises:
        FileNotFoundError: If they have not been compiled.
    """
    return resource(f"locale/{language}/LC_MESSAGES/entente.mo").open("rb")
