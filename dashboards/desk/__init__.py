"""What the pages work with: coalitions, what is worked out of them, and one view of it all."""

from .desk import Desk
from .look import Look, StaleError

__all__ = ["Desk", "Look", "StaleError"]
