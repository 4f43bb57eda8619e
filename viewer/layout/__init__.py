"""Where things go: pure geometry, made before anything is painted."""
