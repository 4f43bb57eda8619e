"""What can only be seen when all files are read: lost and double ids, contradictions, missing evidence."""
