"""How fast is it on this machine? Figures for the notes of a release, not tests."""
