"""The rows of the command table, one file for each area of use."""
