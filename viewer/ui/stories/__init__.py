"""Guided tours: the bar in which they are told, and the clock by which they go on."""
