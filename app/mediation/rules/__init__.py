"""What is allowed in mediation, by when, and why not? Pure functions over values."""
