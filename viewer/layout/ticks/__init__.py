"""Ticks of any calendar on its true boundaries, from seconds to millions of years."""
