"""What only an exhibition shows: the attract loop, the countdown, the PIN pad, and the shell around them."""
