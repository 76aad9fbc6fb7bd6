"""Content files that say for which version of a template they were written."""

from functools import partial

from versioned import first_version, second_version


def test_a_content_of_an_older_version_is_made_with_it(command, tmp_path, desk):
    """By what it says itself; without that the newest is taken, and what that lacks is told with the way back."""
    folder = first_version(tmp_path / "templates")
    second_version(folder)
    call = partial(command, AFFICHE_TEMPLATES=str(folder.parent))
    content = (folder / "versions" / "3" / "sample.toml").read_text(encoding="utf-8")
    (desk / "old.toml").write_text(content.replace('"nl"\n', '"nl"\nversion = 3\n', 1), encoding="utf-8")
    (desk / "bare.toml").write_text(content, encoding="utf-8")
    (desk / "lost.toml").write_text(content.replace('"nl"\n', '"nl"\nversion = 2\n', 1), encoding="utf-8")
    made = ("render", "tiny", "--format", "b2", "--for", "screen", "--content")

    older, bare, lost = (call(*made, desk / f"{name}.toml") for name in ("old", "bare", "lost"))
    newest = call("render", "tiny", "--format", "a3", "--for", "screen", "--content", desk / "bare.toml")

    assert (older.exit_code, older.stdout) == (0, "career-affiche-tiny-b2-scherm-nl.png\n")
    assert (bare.exit_code, "has no format 'b2'" in bare.stderr) == (2, True)
    assert (lost.exit_code, "tiny is not kept in version 2" in lost.stderr) == (2, True)
    assert newest.exit_code == 2
    assert "unknown 'lead'" in newest.stderr
    assert "write version = 3 on top to make the poster as it was" in newest.stderr
