"""What a person can do: one table, profiles, one gate."""
