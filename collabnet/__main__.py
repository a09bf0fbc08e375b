"""``python -m collabnet``: the command line."""

from collabnet.cli.main import run

run()
