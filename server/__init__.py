"""What runs: the front door, the command handler, reads, and the log."""
