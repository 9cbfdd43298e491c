"""Typeset invented council packs, with their truth known by construction.

Every length in this package is in points (1/72 inch); every page number in a truth file is a
position in the PDF file, counted from 1.
"""
