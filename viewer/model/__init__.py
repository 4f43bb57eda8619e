"""What the data is: dates, events, people, places, sources, citations, claims, columns."""
