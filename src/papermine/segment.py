"""Pages → papers: where one paper of a pack ends and the next begins, and what kind each is."""

from __future__ import annotations

from papermine.document import Pack, Paper


def split(pack: Pack) -> list[Paper]:
    """The papers of a pack, in order, without gaps; every page belongs to one."""
    return [Paper("other", pack.pages, rule="whole-file")]
