"""Typed, frozen values: a play, the vocabulary, the company, and the library of them all."""
