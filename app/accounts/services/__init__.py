"""What can one do with accounts? Sign in and out, keep people and their grants."""
