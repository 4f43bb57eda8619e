"""Every way in which the state may change: pure functions from one state to the next."""
