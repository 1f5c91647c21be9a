from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.local_web import Answer, Site, dead_address, entry, serve
from tests.toy_packages import cipher, everything_below, installed, make_package, metadata, pack
from translate_pipeline.translation.installation import parse_pair
from translate_pipeline.translation.package import TranslationPackage

NAME = "translate-es_fr-1_0"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A good package from Spanish to French."""
    return pack(make_package(tmp_path / "made"), tmp_path / "good.argosmodel")


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A package that translates everything to nothing."""
    return pack(make_package(tmp_path / "made", behaviour="silence"), tmp_path / "silent.argosmodel")


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server."""
    with serve() as running:
        yield running


def assert_nothing_installed(home: Path) -> None:
    """Neither a package nor anything half-done."""
    data = installed(home).parent
    assert [name for name in everything_below(data) if name not in ("packages", "index.json")] == []


@pytest.mark.parametrize("text", ["es-en", "es_en", "translate-es_en"])
def test_a_pair_is_understood(text: str) -> None:
    assert parse_pair(text) == ("es", "en")


@pytest.mark.parametrize("text", ["", "es", "es-en-fr", "ES-EN", "spanish-english", "a-b", "p.argosmodel", "e1-en"])
def test_what_is_no_pair_is_not_taken_for_one(text: str) -> None:
    assert parse_pair(text) is None


def test_a_file_is_installed_and_used(archive: Path, home: Path, tsum: Tsum) -> None:
    done = tsum("packages", "install", archive)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"installed es-fr 1.0 in {installed(home) / NAME}\n"
    assert os.listdir(installed(home)) == [NAME]  # noqa: PTH208
    assert os.listdir(installed(home).parent) == ["packages"]  # noqa: PTH208
    assert archive.exists()
    assert "es-fr  1.0" in tsum("packages", "list").out
    translated = tsum("translate", "-", "--from", "es", "--to", "fr", input=b"Buenos amigos de todas partes.")
    assert translated.out == cipher("Buenos amigos de todas partes.") + "\n"


def test_a_package_is_installed_from_an_address(archive: Path, home: Path, tsum: Tsum, site: Site) -> None:
    site.answers["/some/p.argosmodel?x=1"] = Answer(archive.read_bytes())
    done = tsum("packages", "install", f"{site.address}some/p.argosmodel?x=1")
    assert done.code == 0, done.err
    assert everything_below(installed(home) / NAME) == everything_below(archive.parent / "made" / NAME)


@pytest.mark.parametrize("path", ["", "unpacked", "..", "x" * 300], ids=range(4))
def test_any_address_will_do(path: str, archive: Path, tsum: Tsum, site: Site) -> None:
    site.answers.update(dict.fromkeys((f"/{path}", "/"), Answer(archive.read_bytes())))
    done = tsum("packages", "install", site.address + path)
    assert done.code == 0, done.err


def test_a_redirect_is_followed(archive: Path, home: Path, tsum: Tsum, site: Site) -> None:
    site.answers["/latest"] = Answer(b"", 302, {"Location": "/v1"})
    site.answers["/v1"] = Answer(archive.read_bytes())
    assert tsum("packages", "install", f"{site.address}latest").code == 0
    assert (installed(home) / NAME).is_dir()


def test_a_pair_is_installed_from_the_index_in_its_newest_version(
    archive: Path, home: Path, tsum: Tsum, site: Site
) -> None:
    site.answers["/new"] = Answer(archive.read_bytes())
    lines = [entry("es", "fr", version, site.address + path) for version, path in (("1.9", "old"), ("1.10", "new"))]
    done = tsum("packages", "install", "es-fr", env=site.offer(*lines, entry("en", "fr", "2.0", site.address + "old")))
    assert done.code == 0, done.err
    assert site.asked == ["/index.json", "/new"]
    assert (installed(home) / NAME).is_dir()


@pytest.mark.parametrize("path", ["missing", "cut-off"])
def test_a_failed_download_installs_nothing(path: str, archive: Path, home: Path, tsum: Tsum, site: Site) -> None:
    data = archive.read_bytes()
    site.answers["/cut-off"] = Answer(data[:-100], headers={"Content-Length": str(len(data))})
    done = tsum("packages", "install", site.address + path)
    assert (done.code, done.out) == (12, "")
    assert done.err.startswith(f"tsum: {site.address}{path}: download")
    assert done.err.count("\n") == 1
    assert_nothing_installed(home)


def test_a_pair_that_the_index_does_not_offer_is_exit_code_3(home: Path, tsum: Tsum, site: Site) -> None:
    done = tsum("packages", "install", "es-fr", env=site.offer(entry("de", "en")))
    assert (done.code, done.out) == (3, "")
    assert "offers nothing for es-fr" in done.err
    assert_nothing_installed(home)


def test_an_index_that_cannot_be_reached_is_exit_code_12(home: Path, tsum: Tsum) -> None:
    done = tsum("packages", "install", "es-fr", env={"ARGOS_PACKAGE_INDEX": dead_address()})
    assert (done.code, done.err.count("\n")) == (12, 1)
    assert_nothing_installed(home)


@pytest.mark.parametrize("links", [[], ["ftp://127.0.0.1/p"], ["file:///etc/hostname"], ["/etc/hostname"]])
def test_a_line_of_the_index_without_a_web_address_installs_nothing(
    links: list[str], home: Path, tsum: Tsum, site: Site
) -> None:
    done = tsum("packages", "install", "es-fr", env=site.offer(entry("es", "fr", "1.0", *links)))
    assert done.code == 8
    assert "no address" in done.err
    assert_nothing_installed(home)


def test_the_checksum_decides(archive: Path, home: Path, tsum: Tsum) -> None:
    wrong = tsum("packages", "install", archive, "--sha256", "0" * 64)
    assert (wrong.code, wrong.out) == (12, "")
    assert "wrong SHA-256" in wrong.err
    assert_nothing_installed(home)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert tsum("packages", "install", archive, "--sha256", digest).code == 0


def test_a_second_installation_is_refused_and_the_first_one_kept(archive: Path, home: Path, tsum: Tsum) -> None:
    assert tsum("packages", "install", archive).code == 0
    (installed(home) / NAME / "mine").touch()
    again = tsum("packages", "install", archive)
    assert (again.code, again.out) == (10, "")
    assert f"`tsum packages remove {NAME}`" in again.err
    assert (installed(home) / NAME / "mine").exists()
    assert os.listdir(installed(home).parent) == ["packages"]  # noqa: PTH208


def test_a_package_that_fails_verification_is_installed_only_on_trust(silent: Path, home: Path, tsum: Tsum) -> None:
    refused = tsum("packages", "install", silent)
    assert (refused.code, refused.out) == (10, "")
    assert "not installed, it fails verification: degenerate output" in refused.err
    assert refused.err.count("\n") == 1
    assert_nothing_installed(home)
    trusted = tsum("packages", "install", silent, "--trust")
    assert trusted.code == 0
    assert trusted.out.startswith("installed es-fr 1.0 in ")
    assert "es-fr 1.0 fails verification, so it is not used" in trusted.err


@pytest.mark.parametrize("what", ["no archive", "two roots", "wrong metadata", "no model", "cut off"])
def test_a_bad_archive_is_refused_and_nothing_installed(
    what: str, archive: Path, tmp_path: Path, home: Path, tsum: Tsum
) -> None:
    folder = tmp_path / "made" / NAME
    if what == "wrong metadata":
        (folder / "metadata.json").write_bytes(metadata("es", "fr", "one"))
    elif what == "no model":
        (folder / "model" / "model.bin").unlink()
    pack(tmp_path / "made" if what == "two roots" else folder, archive)
    if what == "cut off":
        archive.write_bytes(archive.read_bytes()[:1000])
    elif what == "no archive":
        archive.write_text("no archive", encoding="utf-8")
    done = tsum("packages", "install", archive)
    assert (done.code, done.out, done.err.count("\n")) == (10, "", 1)
    assert_nothing_installed(home)


@pytest.mark.parametrize(
    ("file", "share"), [("model/model.bin", 0.0), ("model/model.bin", 0.5), ("model/shared_vocabulary.json", 0.5)]
)
def test_a_package_with_a_damaged_model_is_refused(
    file: str, share: float, archive: Path, tmp_path: Path, home: Path, tsum: Tsum
) -> None:
    damaged = tmp_path / "made" / NAME / file
    data = damaged.read_bytes()
    damaged.write_bytes(data[: int(share * len(data))])
    pack(tmp_path / "made" / NAME, archive)
    done = tsum("packages", "install", archive)
    assert (done.code, done.out, done.err.count("\n")) == (10, "", 1), done.err
    assert "the model cannot be loaded" in done.err
    assert_nothing_installed(home)


def test_a_folder_is_not_installed_but_the_way_to_use_it_shown(tmp_path: Path, tsum: Tsum) -> None:
    folder = make_package(tmp_path)
    done = tsum("packages", "install", folder)
    assert (done.code, done.out) == (8, "")
    assert f"tsum run --package {folder}" in done.err


@pytest.mark.parametrize("what", ["missing.argosmodel", "x" * 300, "http://[", ""], ids=range(4))
def test_what_is_neither_file_nor_address_nor_pair_is_exit_code_8(what: str, tsum: Tsum, home: Path) -> None:
    done = tsum("packages", "install", what)
    assert (done.code, done.out, done.err.count("\n")) == (8, "", 1), done.err
    assert_nothing_installed(home)


def test_a_package_folder_that_cannot_be_written_is_exit_code_11(archive: Path, tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "file").touch()
    for variable in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME"):
        done = tsum("packages", "install", archive, env={variable: str(tmp_path / "file" / "below")})
        assert (done.code, done.out, done.err.count("\n")) == (11, "", 1), done.err
        assert "packages cannot be installed" in done.err


def test_a_package_folder_on_another_disk_will_do(archive: Path, tmp_path: Path, tsum: Tsum) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is only one file system")
    other = memory / f"tsum-test-{os.getpid()}"
    other.mkdir()
    try:
        (tmp_path / "packages").symlink_to(other)
        done = tsum("packages", "install", archive, env={"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")})
        assert done.code == 0, done.err
        assert everything_below(other / NAME) == everything_below(tmp_path / "made" / NAME)
    finally:
        for name in reversed(everything_below(other)):
            (other / name).rmdir() if (other / name).is_dir() else (other / name).unlink()
        other.rmdir()


def test_a_package_is_removed_by_its_pair(home: Path, tsum: Tsum) -> None:
    folder = make_package(installed(home))
    make_package(installed(home), "es", "de")
    done = tsum("packages", "remove", "es-fr")
    assert (done.code, done.out) == (0, f"removed {folder}\n")
    assert os.listdir(installed(home)) == ["translate-es_de-1_0"]  # noqa: PTH208


def test_several_packages_for_a_pair_are_removed_by_folder_only(home: Path, tsum: Tsum) -> None:
    old, new = (make_package(installed(home), version=version) for version in ("1.0", "1.1"))
    unclear = tsum("packages", "remove", "es-fr")
    assert (unclear.code, unclear.out) == (8, "")
    assert old.name in unclear.err
    assert new.name in unclear.err
    assert tsum("packages", "remove", old.name).code == 0
    assert os.listdir(installed(home)) == [new.name]  # noqa: PTH208


def test_a_folder_that_is_no_package_can_be_removed(home: Path, tsum: Tsum) -> None:
    (installed(home) / "broken" / "model").mkdir(parents=True)
    assert tsum("packages", "remove", "broken").code == 0
    assert everything_below(installed(home)) == []


@pytest.mark.parametrize("name", ["es-en", "bundled"])
def test_the_bundled_package_cannot_be_removed(name: str, tsum: Tsum, bundled: TranslationPackage) -> None:
    before = everything_below(bundled.path)
    done = tsum("packages", "remove", bundled.path.name if name == "bundled" else name)
    assert (done.code, done.out) == (8, "")
    assert "no such package is installed" in done.err
    assert everything_below(bundled.path) == before


@pytest.mark.parametrize("name", ["es-xx", "..", ".", "", "../packages", "/etc"])
def test_what_is_not_installed_is_not_removed(name: str, home: Path, tsum: Tsum) -> None:
    make_package(installed(home))
    before = everything_below(installed(home))
    assert tsum("packages", "remove", name).code == 8
    assert everything_below(installed(home)) == before


def test_a_linked_package_is_unlinked_or_the_reason_given(home: Path, tmp_path: Path, tsum: Tsum) -> None:
    folder = make_package(tmp_path / "elsewhere")
    (installed(home) / folder.name).symlink_to(folder)
    done = tsum("packages", "remove", "es-fr")
    assert "None" not in done.err
    assert (folder / "metadata.json").exists()
    assert done.code in (0, 11)
