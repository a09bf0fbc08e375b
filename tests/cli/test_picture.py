"""``collabnet picture``: what is drawn, for whom, and where it goes."""

import pytest

from cli.calls import call


class TestPicture:
    @pytest.mark.parametrize("name", ["map.svg", "map.png"])
    def test_the_map_is_for_partners(self, name, capsys, tmp_path):
        file = tmp_path / name
        answer = call(capsys, "picture", "sample:g1", file)
        assert (answer.code, answer.out, answer.err) == (0, "", f"Written: {file}\n")
        assert file.read_bytes()[:4] in (b"<svg", b"\x89PNG")

    def test_the_flow_needs_to_be_asked_for_as_internal(self, capsys, tmp_path):
        file = tmp_path / "flow.svg"
        refused = call(capsys, "picture", "sample:g1", file, "--which", "flow")
        assert refused.code == 1 and not file.exists()
        assert refused.err.startswith("The picture flow is for internal use")
        asked = ("--which", "flow", "--audience", "internal")
        assert call(capsys, "picture", "sample:g1", file, *asked).code == 0
        assert "INTERNAL" in file.read_text("utf-8")

    def test_another_picture_is_a_wrong_call(self, capsys, tmp_path):
        answer = call(capsys, "picture", "sample:g1", tmp_path / "x.svg", "--which", "pie")
        assert answer.code == 2
        assert "Read: collabnet picture --help" in answer.err
