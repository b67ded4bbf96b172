"""Start with `python -m entente.cli`."""

import sys

from entente.cli import main

sys.exit(main())
