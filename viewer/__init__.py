"""Sanad: a timeline of documented events with the evidence beside it."""

__version__ = "0.1.0"
