"""What can one do with a case? One function, one use case, one transaction; by noun."""
