from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.toy_packages import cipher, installed, make_package
from translate_pipeline.errors import NoPackageError, PackageError
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.route import find_route

SPANISH = "El presidente habló ayer con los periodistas en la capital del país. Después viajó al norte."
PORTUGUESE = "O presidente falou com a imprensa."


def ignore(_: str) -> None:
    """Nobody reads this warning."""


def used(out: str) -> list[str]:
    """The packages that a briefing in JSON names, without their fingerprints."""
    packages: list[str] = json.loads(out)["signature"]["packages"]
    return [package.partition(" (")[0] for package in packages]


def test_the_bundled_package_is_the_way_from_spanish_to_english(home: Path, bundled: TranslationPackage) -> None:
    warnings: list[str] = []
    route = find_route("es", "en", None, warnings.append)
    assert [package.path for package in route] == [bundled.path]
    assert warnings == []


@pytest.mark.parametrize(
    ("pair", "missing"),
    [
        (("en", "es"), ("en-es",)),
        (("fr", "en"), ("fr-en",)),
        (("es", "fr"), ("en-fr",)),
        (("xx", "yy"), ("xx-en", "en-yy")),
    ],
)
def test_without_a_package_there_is_no_way_and_the_missing_ones_are_named(
    pair: tuple[str, str], missing: tuple[str, ...], home: Path
) -> None:
    commands = " and ".join(f"`tsum packages install {name}`" for name in missing)
    with pytest.raises(NoPackageError, match=f"{commands}$"):
        find_route(*pair, None, ignore)


def test_a_named_package_is_used_and_no_other(home: Path, tmp_path: Path) -> None:
    named = TranslationPackage(make_package(tmp_path, "es", "en"))
    assert find_route("es", "en", named, ignore) == (named,)


def test_a_named_package_for_another_pair_is_refused(home: Path, tmp_path: Path) -> None:
    named = TranslationPackage(make_package(tmp_path, "es", "fr"))
    with pytest.raises(PackageError, match="translates es-fr, but es-en is needed"):
        find_route("es", "en", named, ignore)


def test_a_missing_pair_is_exit_code_3_with_the_command_that_installs_it(tsum: Tsum) -> None:
    done = tsum("run", "-", "--from", "es", "--to", "fr", input=SPANISH.encode())
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.endswith("install one with `tsum packages install en-fr`\n")


def test_an_installed_package_comes_before_the_bundled_one(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), "es", "en", version="0.0.1")
    done = tsum("run", "-", "--to", "en", "--format", "json", input=SPANISH.encode())
    assert (done.code, done.err) == (0, "")
    assert used(done.out) == ["es-en 0.0.1"]


def test_a_package_that_fails_verification_is_passed_over_with_one_line(
    home: Path, tsum: Tsum, bundled: TranslationPackage
) -> None:
    bad = make_package(installed(home), "es", "en", "silence", "99.0")
    for _ in ("verified now", "remembered"):
        done = tsum("run", "-", "--to", "en", "--format", "json", input=SPANISH.encode())
        assert done.code == 0, done.err
        assert used(done.out) == [bundled.name]
        assert done.err.startswith(f"tsum: package es-en 99.0 at {bad} is not used: degenerate output")
        assert done.err.count("\n") == 1


def test_the_next_best_installed_package_is_used(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), "es", "en", "silence", "99.0")
    make_package(installed(home), "es", "en", "cipher", "98.0")
    make_package(installed(home), "es", "en", "cipher", "97.0")
    done = tsum("run", "-", "--to", "en", "--format", "json", input=SPANISH.encode())
    assert used(done.out) == ["es-en 98.0"]
    assert "98.0" not in done.err


def test_a_package_that_cannot_be_loaded_is_passed_over(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    bad = make_package(installed(home), "es", "en", version="99.0")
    (bad / "model" / "model.bin").write_bytes(b"")
    done = tsum("run", "-", "--to", "en", "--format", "json", input=SPANISH.encode())
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert used(done.out) == [bundled.name]


def test_the_only_package_for_a_pair_is_not_used_either_if_it_fails(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), "pt", "en", "echo")
    done = tsum("translate", "-", "--from", "pt", "--to", "en", input=PORTUGUESE.encode())
    assert (done.code, done.out) == (3, "")
    assert "pt-en 1.0" in done.err
    assert "`tsum packages install pt-en`" in done.err


def test_two_packages_lead_through_english(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), "pt", "en")
    make_package(installed(home), "en", "fr")
    done = tsum("translate", "-", "--from", "pt", "--to", "fr", input=PORTUGUESE.encode())
    assert (done.code, done.err) == (0, "")
    assert done.out == cipher(cipher(PORTUGUESE)) + "\n"


def test_the_bundled_package_is_the_first_half_of_a_way(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    make_package(installed(home), "en", "fr")
    done = tsum("run", "-", "--to", "fr", "--format", "json", input=SPANISH.encode())
    assert done.code == 0, done.err
    assert used(done.out) == [bundled.name, "en-fr 1.0"]


def test_a_direct_package_comes_before_a_way_through_english(home: Path, tsum: Tsum) -> None:
    for pair in (("pt", "en"), ("en", "fr"), ("pt", "fr")):
        make_package(installed(home), *pair)
    done = tsum("translate", "-", "--from", "pt", "--to", "fr", input=PORTUGUESE.encode())
    assert done.out == cipher(PORTUGUESE) + "\n"


def test_half_a_way_is_no_way(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), "pt", "en")
    make_package(installed(home), "es", "fr")
    done = tsum("translate", "-", "--from", "pt", "--to", "fr", input=PORTUGUESE.encode())
    assert (done.code, done.out) == (3, "")
    assert done.err.endswith("install one with `tsum packages install en-fr`\n")
