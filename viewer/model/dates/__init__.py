"""Dates as sources give them: calendars, EDTF with honest bounds, and dates in words."""
