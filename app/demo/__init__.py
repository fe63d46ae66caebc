"""What does the demonstration hold? Invented people and disputes, entered through the services."""
