"""Opptur: from YAML plays to a handbook.

One way through, readable from the folders: `load` reads text, `model` gives it types, `rules` judge it, `render`
makes artefacts of it. `problems` is what all of them may find. `check` joins the first three. The command is in
`__main__`; MkDocs is known only to `hooks/mkdocs_adapter.py`.
"""

__version__ = "0.1.0"
