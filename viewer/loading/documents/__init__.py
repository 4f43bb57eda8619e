"""Read the files of sources, which nobody vouches for: bounded in size, and broken ones say so."""
