"""The reading panes: draw any page, one small widget for each kind of block."""
