"""UCINET DL files in their true shapes: those of its guide and of programs that export to it."""

from collabnet.data.networks import dl
from data.networks.strategies import Read, opened

HAND_TYPED = """\
dl n=5
format = fullmatrix
labels:
court,school,police,clinic,shelter
data:
0 1 1 1 0
1 0 0 0 1
0 0 0 1 0
1 0 1 0 1
0 1 0 0 0
"""
# As UCINET itself exports: capitals, one label to a line, quotes, a name for each matrix.
EXPORTED = """\
DL
NR=3, NC=3, NM=2
FORMAT = FULLMATRIX DIAGONAL PRESENT
ROW LABELS:
"JUVENILE COURT"
"RESIDENTIAL PROGRA"
"SHELTER"
COLUMN LABELS:
"JUVENILE COURT"
"RESIDENTIAL PROGRA"
"SHELTER"
LEVEL LABELS:
"REFERRAL"
"TRUST"
DATA:
  0.00  4.00  1.00
  0.00  0.00  0.00
  2.50  0.00  0.00
  0.00  1.00  0.00
  0.00  0.00  1.00
  0.00  0.00  0.00
"""
EMBEDDED = """\
dl
n = 3
labels embedded
format = fullmatrix
data:
      court school clinic
court   0     1      0
school  0     0      1
clinic  0     0      0
"""
EDGES = (
    "DL n=4\nformat = edgelist1\nlabels:\ncourt, school, police, clinic\ndata:\n1 2\n1 3 2.5\n4 1\n"
)
EDGES_EMBEDDED = (
    'dl n 3 format = el1\nlabels embedded:\ndata:\n"Court B" school 2\nschool, clinic\n'
)
NODES = "DL n=4\nformat = nodelist1\ndata:\n  1  3 2\n  4  1\n  2  4 1\n"
NODES_COUNTED = "DL n=4\nformat = nodelist1b\ndata:\n  2  2 3\n  2  1 4\n  0\n  1  1\n"
TWO_MODE = """\
dl nr=2, nc=3
format = fullmatrix
row labels:
court,school
column labels:
may june july
data:
1 0 1
0 2 0
"""
TWO_MODE_LIST = (
    "DL NR=2, NC=3 FORMAT=EDGELIST2\nROW LABELS:\ncourt\nschool\nCOLUMN LABELS:\nmay\njune\njuly\n"
    "DATA:\n1 1\n1 3\n2 2 2\n"
)
TWO_MODE_NAMES = (
    "dl nr=2, nc=3\r\nformat = nodelist2\r\nrow labels embedded\r\ncolumn labels embedded\r\n\r\n"
    "data:\r\ncourt may july\r\nschool june\r\n"
)
LOWER = "DL N=3\nFORMAT=LOWERHALF\nDIAGONAL ABSENT\nLABELS:\na\nb\nc\nDATA:\n1\n0 3\n"
UPPER = "DL N=3 FORMAT = UPPERHALF DIAGONAL PRESENT\nLABELS: a b c\nDATA:\n0 1 0\n0 3\n0\n"
# An exporter that lists its labels and claims that they are embedded as well.
CLAIMED = (
    'DL\nN=2\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nROW LABELS:\n"a b"\n"c"\nROW LABELS EMBEDDED\n'
    'COLUMN LABELS:\n"a b"\n"c"\nCOLUMN LABELS EMBEDDED\nDATA:\n 0.000000 2.500000\n 0.000000 '
    "0.000000\n"
)
SEVERAL_LISTS = (
    "dl n=3 nm=2 format=edgelist1\nmatrix labels: trust advice\nlabels:\na b c\ndata:\n1 2\n!\n"
    "2 3 4\n"
)
ALL = [
    *(HAND_TYPED, EXPORTED, EMBEDDED, EDGES, EDGES_EMBEDDED, NODES, NODES_COUNTED, TWO_MODE),
    *(TWO_MODE_LIST, TWO_MODE_NAMES, LOWER, UPPER, CLAIMED, SEVERAL_LISTS),
]


def read(text, **options):
    return Read(dl, opened(text, "site.dl"), **options)


def ends(text, **options):
    return {(u, v): strength for u, v, strength in read(text, **options).ties}
