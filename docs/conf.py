"""How the pages in this folder, and the docstrings, become a site: ``make docs``."""

import collabnet

project = "collabnet"
author = "collabnet contributors"
project_copyright = "collabnet contributors"
release = version = collabnet.__version__
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["pictures", "static"]
nitpicky = False  # types of pandas and networkx are not linked: nothing is fetched from elsewhere
suppress_warnings = ["ref.python"]  # a column and an attribute may share a name

myst_heading_anchors = 3
nb_execution_mode = "off"  # tests compare what the tutorials show; here they are shown

autodoc_typehints = "none"  # the parameters say it in words
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_custom_sections = ["Source", "Sources"]

html_theme = "furo"
html_title = "collabnet"
html_show_sphinx = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["wide.css"]
html_last_updated_fmt = None  # the same pages give the same bytes
templates_path: list[str] = []
