"""What opens over the window: palette, help sheet, go to date, filters, about, problems."""
