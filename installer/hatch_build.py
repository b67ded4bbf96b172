"""Compiles the translations whenever the project is built, so that no wheel lacks them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CataloguesHook(BuildHookInterface[Any]):
    """Runs before hatchling collects files, for wheels and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Compile what is stale."""
        # The builder loads this file by its path; its neighbours are not importable yet.
        sys.path.insert(0, str(Path(__file__).resolve().parent))
        from catalogues import compile_all  # noqa: PLC0415  # needs the path above

        compile_all()
