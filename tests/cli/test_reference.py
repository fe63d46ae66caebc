"""Does loading the shipped lists say what it did, and change nothing the second time?"""


def test_second_load_changes_nothing_and_says_so(app):
    done = app.test_cli_runner().invoke(args=["reference", "load"])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert len(lines) == 13
    assert all("新增0，更新0" in line and "mới 0, cập nhật 0" in line for line in lines)
    assert any(line.startswith("organisations") for line in lines)
