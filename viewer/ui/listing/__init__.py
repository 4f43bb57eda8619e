"""The same events as a list: complete for keyboard and screen reader on its own."""
