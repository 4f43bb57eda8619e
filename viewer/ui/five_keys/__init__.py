"""Work the whole window with five keys: previous, next, enter, back, help."""
