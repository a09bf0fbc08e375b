"""Refuse and record every connection off this computer, and every port opened to other computers.

Loaded at the start of Python by a .pth file in the environment of the wheel check.
"""

import ipaddress
import os
import sys
from pathlib import Path

LOOPBACK = {"127.0.0.1", "::1", "localhost", None}
TAKES_ADDRESS = {"socket.connect", "socket.bind", "socket.sendto"}
TAKES_HOST = {"socket.getaddrinfo", "socket.gethostbyname"}


def _is_number(host: object) -> bool:
    try:
        ipaddress.ip_address(str(host))
    except ValueError:
        return False
    return True


def refuse(event: str, args: tuple[object, ...]) -> None:
    """Raise PermissionError where ``event`` would reach or listen beyond this computer."""
    if event in TAKES_HOST:
        host = None if _is_number(args[0]) else args[0]  # looking up a number asks nobody
    elif event in TAKES_ADDRESS and isinstance(args[1], tuple):  # a text names a local socket file
        host = args[1][0]
    else:
        return
    if host in LOOPBACK:
        return
    with Path(os.environ["LOOPBACK_GUARD_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{event} {host!r}\n")
    raise PermissionError(f"{event} {host!r} leaves this computer")


sys.addaudithook(refuse)
