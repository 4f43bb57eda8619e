"""Start Sanad with `python -m viewer`."""

import sys

from viewer.app.main import main

if __name__ == "__main__":
    sys.exit(main())
