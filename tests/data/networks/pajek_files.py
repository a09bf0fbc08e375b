"""Pajek files in their true shapes: as Pajek and programs that export to it write them."""

from collabnet.data.networks import pajek
from data.networks.strategies import Read, opened

RELATIONS = """\
*Network "Site B"
*Vertices 4
% the agencies
1 "Juvenile court"        0.1250 0.2500 0.5000 ellipse ic Yellow bc Black
2 "Residential program"   0.5000 0.5000 0.5000 box x_fact 2 ic "Light Green"
3 Shelter
4 "School" [1-3,5]
*Arcs :1 "referral"
 1 2 3 c Blue
 2 1 1.5
*Arcs :2 "trust"
 1 2 1 [2-4]
*Edges
3 4
"""
LISTS = """\
*Vertices      5
*Arcslist
1 2 3
2 4
*Edgeslist
5 1 2
"""
MATRIX = "*Vertices 3\n1 a\n2 b\n3 c\n*Matrix\n0 1 0\n 0 0 2.5\n0 0 0\n"
TWO_MODE = (
    '*Vertices 5 2\n1 "court"\n2 "program"\n3 "May"\n4 "June"\n5 "court"\n*Edges\n1 3\n2 5 2\n'
)


def read(text, **options):
    return Read(pajek, opened(text, "site.net"), **options)
