"""Colours, type and fonts: the look in one place."""
