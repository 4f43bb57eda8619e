"""From bytes to nodes with positions: YAML without surprises, every scalar still text."""
