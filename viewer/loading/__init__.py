"""Files to model and back: the only place that reads and writes a collection."""
