"""What can be done with memoranda? A module per noun."""

from app.bilateral.services.changes import decide_change, propose_change
from app.bilateral.services.memoranda import confirm_party_successor, load_memoranda

__all__ = ["confirm_party_successor", "decide_change", "load_memoranda", "propose_change"]
