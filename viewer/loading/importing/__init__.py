"""Large sets of events from other programs."""
