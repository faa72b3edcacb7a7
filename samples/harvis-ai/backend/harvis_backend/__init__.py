"""Harvis AI's backend: conversations with an assistant that remembers what was said before."""

__version__ = "1.0.0"
