"""Write the glossary's reference page: python -m collabnet.reports.glossary."""

import sys

from collabnet.reports.glossary.look_up import reference_page

sys.stdout.write(reference_page())
