"""Coalition folders for the tests of safe copies."""

from collabnet.data.samples import copy_sample


def made_folder(tmp_path, name="site_b"):
    """Give a folder of one's own: a sample is never written down as left."""
    return copy_sample(name, tmp_path / "ours")
