"""YAML text to plain values that remember where they stood. Strict; never executes anything.

`read` takes a path, `parse` takes bytes; both give a `Document` or the list of problems found.
"""

from opptur.load.document import Document
from opptur.load.places import Marks
from opptur.load.reader import parse, read

__all__ = ["Document", "Marks", "parse", "read"]
