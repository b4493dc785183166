"""A library to pages and assets. Pure: nothing here reads the clock, writes a file or knows MkDocs."""

from opptur.render.artefact import Asset, Heading, Page
from opptur.render.assets import Bundle, bundle
from opptur.render.site import render_site
from opptur.render.templates import Site, family_url, home_url, play_path

__all__ = ["Asset", "Bundle", "Heading", "Page", "Site", "bundle", "family_url", "home_url", "play_path", "render_site"]
