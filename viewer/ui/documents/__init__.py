"""Show the documents of a source: texts, PDFs and pictures, with the cited passage marked."""
