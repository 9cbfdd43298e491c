"""`python -m papermine`."""

from papermine.cli import run

if __name__ == "__main__":
    run()
