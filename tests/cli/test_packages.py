from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.local_web import dead_address
from tests.toy_packages import installed, make_package, pack
from translate_pipeline.translation.package import TranslationPackage


def test_a_new_machine_lists_the_bundled_package(tsum: Tsum, bundled: TranslationPackage) -> None:
    done = tsum("packages", "list")
    assert (done.code, done.err) == (0, "")
    assert ["es-en", bundled.metadata.version, "bundled", "good"] in [line.split() for line in done.out.splitlines()]


def test_good_bad_and_broken_packages_are_listed_each_on_its_line(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), version="3.0")
    make_package(installed(home), behaviour="echo", version="2.0")
    (installed(home) / "broken").mkdir()
    lines = [line.split(maxsplit=3) for line in tsum("packages", "list").out.splitlines()]
    assert lines[0] == ["es-fr", "3.0", "translate-es_fr-3_0", "good"]
    assert lines[1] == ["es-fr", "2.0", "translate-es_fr-2_0", "not used: it returns its source untranslated"]
    assert lines[-1][:3] == ["-", "-", "broken"]
    assert lines[-1][3].startswith("not used: ")


def test_the_list_in_json_has_the_same_facts(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    folder = make_package(installed(home))
    facts = json.loads(tsum("packages", "list", "--json").out)
    assert facts[0] == {"pair": "es-fr", "version": "1.0", "path": str(folder), "bundled": False, "problem": None}
    assert facts[-1]["path"] == str(bundled.path)
    assert facts[-1]["bundled"] is True


@pytest.mark.parametrize("damaged", ["model/model.bin", "sentencepiece.model", "model/shared_vocabulary.json"])
def test_a_damaged_package_is_listed_with_its_problem(damaged: str, home: Path, tsum: Tsum) -> None:
    folder = make_package(installed(home))
    (folder / damaged).write_bytes(b"garbage")
    done = tsum("packages", "list", "--json")
    assert (done.code, done.err) == (0, "")
    assert "cannot be loaded" in json.loads(done.out)[0]["problem"]


def test_a_damaged_bpe_model_stops_no_command(home: Path, tsum: Tsum) -> None:
    folder = make_package(installed(home))
    (folder / "sentencepiece.model").unlink()
    (folder / "bpe.model").write_bytes(b"garbage")
    done = tsum("packages", "list", "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)[0]["problem"]


def test_all_packages_are_verified(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    folder = make_package(installed(home))
    done = tsum("packages", "verify")
    assert (done.code, done.err) == (0, "")
    for package in (f"es-fr 1.0  {folder}", f"{bundled.name}  {bundled.path}"):
        assert f"{package}\n  source " in done.out
    assert done.out.count("  verdict      good\n") == len(done.out.split("  verdict ")) - 1 >= 2
    assert len(re.findall(r"  unknown +0 source.* 0 target pieces\n", done.out)) >= 2
    assert "source words a second" in done.out


@pytest.mark.parametrize("how", ["pair", "folder name", "folder", "archive"])
def test_one_package_is_verified_by(how: str, home: Path, tsum: Tsum, tmp_path: Path) -> None:
    folder = make_package(installed(home))
    archive = pack(folder, tmp_path / "p.argosmodel")
    names = {"pair": "es-fr", "folder name": folder.name, "folder": str(folder), "archive": str(archive)}
    done = tsum("packages", "verify", names[how], "--json")
    assert (done.code, done.err) == (0, "")
    (report,) = json.loads(done.out)
    assert (report["package"], report["problem"]) == ("es-fr 1.0", None)
    assert report["speed"] > 0
    assert (report["path"] == str(folder)) == (how != "archive")


def test_a_package_that_fails_is_exit_code_10_and_the_others_are_shown(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), behaviour="silence")
    done = tsum("packages", "verify")
    assert done.code == 10
    verdicts = [line.split(maxsplit=1)[1] for line in done.out.splitlines() if line.startswith("  verdict ")]
    assert verdicts[0].startswith("degenerate output")
    assert verdicts[1:] == ["good"]
    assert tsum("packages", "verify", "es-fr").code == 10
    assert tsum("packages", "verify", "es-en").code == 0


def test_a_folder_that_is_no_package_is_exit_code_10_and_named(home: Path, tsum: Tsum) -> None:
    folder = installed(home) / "broken"
    folder.mkdir()
    text, as_json = tsum("packages", "verify"), tsum("packages", "verify", "--json")
    assert (text.code, as_json.code) == (10, 10)
    assert str(folder) in text.out
    assert str(folder) in [report["path"] for report in json.loads(as_json.out)]


@pytest.mark.parametrize("name", ["xx-yy", "missing.argosmodel", "x" * 300], ids=["pair", "file", "long"])
def test_verifying_what_is_not_there_is_exit_code_8(name: str, tsum: Tsum) -> None:
    done = tsum("packages", "verify", name)
    assert (done.code, done.out, done.err.count("\n")) == (8, "", 1), done.err


def test_verifying_what_is_no_package_is_exit_code_10(tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "p.argosmodel").write_bytes(b"no archive")
    done = tsum("packages", "verify", tmp_path / "p.argosmodel")
    assert (done.code, done.out, done.err.count("\n")) == (10, "", 1)


def test_a_package_from_an_archive_is_used_without_installing(home: Path, tmp_path: Path, tsum: Tsum) -> None:
    archive = pack(make_package(tmp_path / "made"))
    done = tsum("translate", "-", "--package", archive, "--from", "es", "--to", "fr", input=b"Buenos amigos.")
    assert (done.code, done.out, done.err) == (0, "Bainus emogus.\n", "")
    assert not (home / ".local" / "share" / "argos-translate").exists()


def test_listing_verifying_and_removing_ask_no_network(home: Path, tsum: Tsum) -> None:
    make_package(installed(home))
    env = dict.fromkeys(("ARGOS_PACKAGE_INDEX", "http_proxy", "https_proxy"), dead_address())
    for arguments in (("list",), ("verify", "es-fr"), ("remove", "es-fr")):
        assert tsum("packages", *arguments, env=env).code == 0


def test_packages_alone_shows_its_commands(tsum: Tsum) -> None:
    shown = tsum("packages")
    for command in ("list", "search", "install", "verify", "remove"):
        assert command in shown.out + shown.err
