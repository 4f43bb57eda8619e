"""What fingers do instead of hovering."""
