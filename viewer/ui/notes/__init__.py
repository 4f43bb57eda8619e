"""The sheets in which readers write and read their own notes."""
