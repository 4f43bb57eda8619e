"""Cite entries, sources and views as text, and give sources to programs that manage references."""
