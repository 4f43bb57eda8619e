"""Pages: what the detail and source panes say about one thing, as plain values that any view can draw."""
