"""What the program does from the command line, one module for each word."""
