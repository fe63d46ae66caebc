"""Who did what, when, to what, from what to what? Append-only."""
