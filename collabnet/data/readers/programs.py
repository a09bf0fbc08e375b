"""Every program whose files can be read, in the order in which they are tried."""

from collabnet.data.sources.opened import Program

PROGRAMS: tuple[Program, ...] = ()
