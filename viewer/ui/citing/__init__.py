"""The sheet in which citations are read and copied, and sources are exported."""
