"""`python -m papermine.cli`."""

from papermine.cli import main

if __name__ == "__main__":
    main()
