"""What is one person, one decision, one paper, one matter, over all packs of a council.

Pure functions from rows to rows: the store loads what a council's packs print, and writes what
comes back. The same rows give the same links, in whatever order they were read.
"""
