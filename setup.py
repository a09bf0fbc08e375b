"""List the packages under their installed names; everything else is in pyproject.toml."""

import tomllib
from pathlib import Path

from setuptools import find_packages, setup


def packages() -> list[str]:
    """List every package below the folders of pyproject.toml, so that none is forgotten."""
    settings = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text("utf-8"))
    folders: dict[str, str] = settings["tool"]["setuptools"]["package-dir"]
    found = [f"{name}.{inner}" for name in folders for inner in find_packages(folders[name])]
    return sorted([*folders, *found])


setup(packages=packages())
