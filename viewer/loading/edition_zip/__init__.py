"""Editions in one file: zips written the same in every place, and read with suspicion."""
