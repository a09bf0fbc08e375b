"""The command that adds an optional part to the Python that runs."""

import sys


def install_command(extra: str) -> str:
    """Give the command that installs what a part needs, for the Python that runs this.

    A plain ``pip`` may belong to another Python, such as the system's.

    Parameters
    ----------
    extra : the part, such as "pdf"

    Examples
    --------
    >>> install_command("pdf").endswith('-m pip install "collabnet[pdf]"')
    True
    """
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f'{python} -m pip install "collabnet[{extra}]"'
