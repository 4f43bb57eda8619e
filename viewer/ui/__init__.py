"""Qt: frames to pixels, and input to commands."""
