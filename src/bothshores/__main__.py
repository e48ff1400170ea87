"""`python -m bothshores` is the command `bothshores`."""

from bothshores.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
