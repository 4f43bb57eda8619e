"""The file in which a house says how it shows a collection."""
