"""What `sanad --self-check` looks at."""
