from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.scheduling.jobs import job
from translate_pipeline.scheduling.systemd_units import service, timer, unit_names


def test_a_service() -> None:
    assert service(job()) == (
        "# tsum: desk\n"
        "[Unit]\n"
        "Description=tsum: desk\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        "WorkingDirectory=/home/ana\n"
        "Environment=LANG=C.UTF-8\n"
        "ExecStart=/opt/bin/tsum batch /home/ana/in --out /home/ana/out\n"
        "SuccessExitStatus=7\n"
        "StandardError=append:/home/ana/desk.log\n"
        "Nice=10\n"
        "IOSchedulingClass=idle\n"
    )


def test_a_timer() -> None:
    assert timer(job(when="0 6 1 * mon")) == (
        "# tsum: desk\n"
        "[Unit]\n"
        "Description=tsum: desk, 0 6 1 * mon\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=*-*-01 06:00:00\n"
        "OnCalendar=Mon *-*-* 06:00:00\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def test_what_systemd_would_expand_is_escaped() -> None:
    text = service(
        job(
            command=("/opt/my bin/tsum", "100%", "$HOME", 'say "no"', "back\\slash", ";", "*.txt", ""),
            environment={"XDG_STATE_HOME": "/100% of $it"},
            folder="/home/100% ana",
            log="/home/100% ana/log",
        )
    )
    assert 'ExecStart="/opt/my bin/tsum" "100%%" "$$HOME" "say \\"no\\"" "back\\\\slash" ";" "*.txt" ""\n' in text
    assert 'Environment="XDG_STATE_HOME=/100%% of $it"\n' in text
    assert "WorkingDirectory=/home/100%% ana\n" in text
    assert "StandardError=append:/home/100%% ana/log\n" in text


def test_every_line_is_a_setting_and_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    odd = job(
        when="0 6 1 * mon",
        command=("/bin/echo", "100% of $it", "a;b", "\\"),
        folder=str(tmp_path),
        environment={"LANG": "C.UTF-8", "XDG_STATE_HOME": "/100% of it"},
        log=str(tmp_path / "the 100% log"),
    )
    paths = [tmp_path / name for name in unit_names("desk")]
    for path, text in zip(paths, (service(odd), timer(odd)), strict=True):
        path.write_text(text, encoding="utf-8")
        assert all(line == "" or line[0] in "[#" or "=" in line for line in text.splitlines())
    analyze = shutil.which("systemd-analyze")
    if analyze is not None:
        done = subprocess.run([analyze, "verify", *map(str, paths)], capture_output=True, text=True, check=False)
        assert [line for line in done.stderr.splitlines() if "tsum-desk" in line or str(tmp_path) in line] == []
