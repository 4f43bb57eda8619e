"""Turn a frame into pixels: one file for each thing that is painted, each dull, short and fast."""
