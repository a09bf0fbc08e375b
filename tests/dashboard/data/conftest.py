from import_page import bare, files

__all__ = ["bare", "files"]
