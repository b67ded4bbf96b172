"""What `entente` starts: a command without a window, or the window."""

import sys

from entente import cli


def main() -> int:
    """Do what was asked for on the command line and return the exit status."""
    arguments = sys.argv[1:]
    if cli.is_command(arguments):
        return cli.main(arguments)
    from entente_ui.app import main as open_window  # noqa: PLC0415  # Qt, for the window alone

    return open_window(arguments)
