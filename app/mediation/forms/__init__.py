"""What did people send about a case? Shape only, by noun."""
