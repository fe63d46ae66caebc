"""How does an office's existing ledger enter the register? Read, mapped, judged, row by row."""
