"""Sanad alone in a gallery: kept alive by a supervisor, reset after each visit, left only with a PIN."""
