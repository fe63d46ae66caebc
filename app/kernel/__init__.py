"""The pure ground floor: ideas every feature shares, without a framework."""
