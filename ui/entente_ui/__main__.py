"""Start with `python -m entente_ui`."""

import sys

from entente_ui.app import main

sys.exit(main(sys.argv[1:]))
