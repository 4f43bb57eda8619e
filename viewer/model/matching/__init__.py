"""Find a cited passage again in a document, by its words or by counting, and say how sure that is."""
