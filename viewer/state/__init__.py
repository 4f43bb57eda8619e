"""What the person is looking at: one frozen state, its transitions, selectors, history and store."""
