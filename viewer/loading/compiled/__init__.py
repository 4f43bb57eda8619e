"""The compiled edition: what is opened in place of the files that people edit."""
