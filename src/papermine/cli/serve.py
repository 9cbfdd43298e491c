"""`papermine serve`: the web page over a database."""

from __future__ import annotations

import typer

from papermine.cli.terminal import Db, database, say

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    db: str = Db,
    port: int = typer.Option(8765, "--port", "-p", min=0, max=65535, metavar="N", help="Port; 0 takes a free one."),
    host: str = typer.Option("127.0.0.1", "--host", metavar="H", help=(
        "Address to listen on. Any other than loopback lets others on the network read the whole database, and its PDFs.")),
    open_browser: bool = typer.Option(False, "--open", help="Open the page in the browser."),
    public: bool = typer.Option(False, "--public", help="Mask members of the public, hide what is marked exempt, show no PDF files and no SQL page."),
) -> None:
    """Show the database as a web page: search, browse, check each fact against its printed page, take tables away.

    It only reads, keeps no file open between requests, and needs no internet. Papers can be ingested
    meanwhile: they show without a restart. Ctrl-C stops it.

    \b
    papermine serve --db council.duckdb --open
    papermine serve --db council.duckdb --port 9000
    papermine serve --db council.duckdb --public --host 0.0.0.0
    """
    from papermine.serve.run import run
    file = database(db)
    if host not in LOOPBACK:
        say(f"warning: {host} is not loopback: whoever can reach this machine can read all of {file}"
            + ("" if public else ", and the PDFs that it was read from; --public masks members of the public and hides exempt matter")
            + ". There is no password and no encryption: put a web server with both before it.")
    run(file, host, port, public=public, open_browser=open_browser, on_ready=lambda url: say(f"papermine serves {file} at {url}  (Ctrl-C stops it)"),
        on_pack=lambda done, of: say(f"indexing: {done} of {of} packs") if of > 200 else None,
        on_names=lambda done, of: say(f"looking for names of members of the public: {done} of {of} packs") if of > 200 else None)
