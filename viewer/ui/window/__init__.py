"""The window: header, filter bar, the panes and how they share the room."""
