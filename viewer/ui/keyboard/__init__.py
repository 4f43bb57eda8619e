"""A keyboard on the screen, in both scripts, for those who have none of another kind."""
