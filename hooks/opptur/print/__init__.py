"""A library to paper: sheets, large print, pocket cards and role-play cards, as PDF.

Each paper is a value, `Paper`: what kind it is, of which plays, and all that stands on it. `make` turns papers into
files by way of a cache, and `engine` is the only place that knows what sets the type.
"""

from opptur.print.papers import Paper, paper_of, papers_of
from opptur.print.press import Press, Printed

__all__ = ["Paper", "Press", "Printed", "paper_of", "papers_of"]
