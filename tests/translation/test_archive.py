from __future__ import annotations

import io
import stat
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.toy_packages import everything_below, make_package, metadata, pack
from translate_pipeline.errors import OutputError, PackageError
from translate_pipeline.translation import archive as archive_module
from translate_pipeline.translation.archive import read_archive_metadata, unpack
from translate_pipeline.translation.package import TranslationPackage

ROOT = "translate-es_fr-1_0"
Member = tuple[str | zipfile.ZipInfo, bytes]
GOOD: list[Member] = [
    (f"{ROOT}/metadata.json", metadata("es", "fr")),
    (f"{ROOT}/model/model.bin", b"model"),
    (f"{ROOT}/sentencepiece.model", b"pieces"),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder in which the target folder is to be made."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def zipped(path: Path, members: list[Member], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, data in members:
            file.writestr(name, data, compress_type=compression)
    return path


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def without(name: str) -> list[Member]:
    return [member for member in GOOD if member[0] != f"{ROOT}/{name}"]


def with_metadata(data: bytes) -> list[Member]:
    return [*without("metadata.json"), (f"{ROOT}/metadata.json", data)]


def assert_refused(archive: Path, place: Path, reason: str = ".") -> None:
    """Refused with the reason, in one line that names the archive, and nothing at all is written."""
    with pytest.raises(PackageError, match=reason) as refusal:
        unpack(archive, place / "packages")
    assert str(archive) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert everything_below(place) == []
    with pytest.raises(PackageError, match=reason):
        read_archive_metadata(archive)


def test_a_package_is_unpacked_whole(tmp_path: Path, place: Path) -> None:
    folder = make_package(tmp_path / "made")
    unpacked = unpack(pack(folder), place / "packages")
    assert unpacked == place / "packages" / folder.name
    assert everything_below(unpacked) == everything_below(folder)
    for name in everything_below(folder):
        if (folder / name).is_file():
            assert (unpacked / name).read_bytes() == (folder / name).read_bytes()


def test_the_bundled_package_survives_packing_and_unpacking(
    bundled: TranslationPackage, tmp_path: Path, place: Path
) -> None:
    unpacked = unpack(pack(bundled.path, tmp_path / "bundled.argosmodel"), place)
    assert TranslationPackage(unpacked).metadata == bundled.metadata
    assert TranslationPackage(unpacked).fingerprint == bundled.fingerprint


def test_metadata_is_read_without_writing_anything(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", GOOD)
    assert read_archive_metadata(archive).pair == "es-fr"
    assert everything_below(tmp_path) == ["a.argosmodel"]


def test_nothing_is_left_beside_an_unpacked_package(tmp_path: Path, place: Path) -> None:
    unpack(zipped(tmp_path / "a.argosmodel", GOOD), place / "packages")
    assert [path.name for path in place.iterdir()] == ["packages"]
    assert [path.name for path in (place / "packages").iterdir()] == [ROOT]


def test_folders_named_on_their_own_are_made(tmp_path: Path, place: Path) -> None:
    unpacked = unpack(zipped(tmp_path / "a.argosmodel", [(f"{ROOT}/", b""), *GOOD, (f"{ROOT}/more/", b"")]), place)
    assert (unpacked / "more").is_dir()


def test_a_bpe_model_will_do_for_a_tokenizer(tmp_path: Path, place: Path) -> None:
    members = [*without("sentencepiece.model"), (f"{ROOT}/bpe.model", b"#version: 0.2\n")]
    assert (unpack(zipped(tmp_path / "a.argosmodel", members), place) / "bpe.model").is_file()


def test_a_package_that_is_there_already_is_left_alone(tmp_path: Path, place: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", GOOD)
    (unpack(archive, place) / "mine").touch()
    with pytest.raises(PackageError, match="there already"):
        unpack(archive, place)
    assert (place / ROOT / "mine").exists()


HOSTILE: dict[str, tuple[list[Member], str]] = {
    "a path that climbs out": ([*GOOD, ("../outside", b"x")], "outside"),
    "a path that climbs out from inside": ([*GOOD, (f"{ROOT}/model/../../../outside", b"x")], "outside"),
    "an absolute name": ([*GOOD, ("/tmp/outside", b"x")], "outside"),
    "backslashes": ([*GOOD, (f"{ROOT}\\..\\..\\outside", b"x")], "not portable"),
    "a drive letter": ([*GOOD, ("C:/outside", b"x")], "not portable"),
    "a symbolic link": ([*GOOD, (with_mode(f"{ROOT}/link", stat.S_IFLNK | 0o777), b"/etc")], "link or a device"),
    "a character device": ([*GOOD, (with_mode(f"{ROOT}/null", stat.S_IFCHR | 0o666), b"")], "link or a device"),
    "a block device": ([*GOOD, (with_mode(f"{ROOT}/disk", stat.S_IFBLK | 0o666), b"")], "link or a device"),
    "a pipe": ([*GOOD, (with_mode(f"{ROOT}/pipe", stat.S_IFIFO | 0o666), b"")], "link or a device"),
    "names that differ in case only": ([*GOOD, (f"{ROOT}/Metadata.json", b"{}")], "same name"),
    "a file and a folder of one name": ([*GOOD, (f"{ROOT}/metadata.json/", b"")], "same name"),
    "two folders": ([*GOOD, ("another/file", b"x")], "not 2"),
    "a file beside the folder": ([*GOOD, ("README.md", b"x")], "not 2"),
    "nothing": ([], "not 0"),
    "files without a folder": ([("metadata.json", metadata("es", "fr"))], "metadata.json is missing"),
    "a folder with a hidden name": ([(f".{name}", data) for name, data in GOOD], "not portable"),
    "no metadata": (without("metadata.json"), "metadata.json is missing"),
    "no model": (without("model/model.bin"), "model/model.bin is missing"),
    "no tokenizer": (without("sentencepiece.model"), "no sentencepiece.model or bpe.model"),
    "metadata that is no JSON": (with_metadata(b"from_code: es"), "no JSON"),
    "metadata that is no text": (with_metadata(b"\xff\xfe\x00\x80"), "no JSON"),
    "metadata that is a list": (with_metadata(b"[]"), "no JSON object"),
    "metadata of enormous size": (with_metadata(metadata("es", "fr") + b" " * (1 << 20)), "larger than any"),
    "metadata nested without end": (with_metadata(b"[" * 200_000), "."),
    "metadata without a language": (with_metadata(b'{"to_code": "fr", "package_version": "1.0"}'), "from_code"),
    "metadata for another kind of package": (with_metadata(metadata("es", "fr", type="sbd")), "type 'sbd'"),
    "a bad version": (with_metadata(metadata("es", "fr", "one")), "package_version"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_an_archive_is_refused_before_anything_is_written_if_it_holds(what: str, tmp_path: Path, place: Path) -> None:
    members, reason = HOSTILE[what]
    assert_refused(zipped(tmp_path / "hostile.argosmodel", members), place, reason)
    assert not (tmp_path / "outside").exists()
    assert not Path("/tmp/outside").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: Path, place: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/metadata.json", metadata("es", "de"))])
    assert_refused(archive, place, "same name")


@pytest.mark.parametrize("name", [f"{ROOT}//metadata.json", f"{ROOT}/./metadata.json", "./" + f"{ROOT}/metadata.json"])
def test_one_file_under_two_spellings_of_its_name_is_refused(name: str, tmp_path: Path, place: Path) -> None:
    assert_refused(zipped(tmp_path / "a.argosmodel", [*GOOD, (name, metadata("es", "de"))]), place)


@pytest.mark.parametrize("name", ["", ".", "./"])
def test_a_member_without_a_name_is_refused_or_harmless(name: str, tmp_path: Path, place: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", [*GOOD, (zipfile.ZipInfo(name), b"x")])
    try:
        unpack(archive, place / "packages")
    except PackageError:
        assert everything_below(place) == []
    else:
        assert [path.name for path in (place / "packages").iterdir()] == [ROOT]


def test_a_file_that_is_also_a_folder_of_others_is_refused(tmp_path: Path, place: Path) -> None:
    assert_refused(zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/model", b"x")]), place)


def patched(archive: Path, change: Callable[[bytearray, int], None], at: bytes = b"PK\x01\x02") -> Path:
    """An archive with a change at each header of a kind, the central directory's unless another is given."""
    data = bytearray(archive.read_bytes())
    start = data.find(at)
    while start >= 0:
        change(data, start)
        start = data.find(at, start + 4)
    archive.write_bytes(data)
    return archive


def test_encrypted_files_are_refused(tmp_path: Path, place: Path) -> None:
    def encrypt(data: bytearray, start: int) -> None:
        data[start + 8] |= 1

    assert_refused(patched(zipped(tmp_path / "a.argosmodel", GOOD), encrypt), place, "encrypted")


def test_names_in_a_broken_encoding_are_refused(tmp_path: Path, place: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/é", b"x")])
    archive.write_bytes(archive.read_bytes().replace("é".encode(), b"\xff\xff"))
    assert_refused(archive, place)


def test_a_table_of_contents_in_the_wrong_place_is_refused(tmp_path: Path, place: Path) -> None:
    def move(data: bytearray, start: int) -> None:
        struct.pack_into("<I", data, start + 16, 0xFFFF)

    archive = patched(zipped(tmp_path / "a.argosmodel", GOOD), move, at=b"PK\x05\x06")
    assert_refused(archive, place)


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path, place: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/bomb", bytes(11 << 20))])
    assert_refused(archive, place, "-fold")


def test_a_bomb_in_several_pieces_is_refused_too(tmp_path: Path, place: Path) -> None:
    pieces: list[Member] = [(f"{ROOT}/{number}", bytes(9 << 20)) for number in range(8)]
    assert_refused(zipped(tmp_path / "a.argosmodel", [*GOOD, *pieces]), place)


def test_an_archive_that_would_unpack_to_too_much_is_refused(tmp_path: Path, place: Path) -> None:
    def grow(data: bytearray, start: int) -> None:
        if data[start + 46 :].startswith(f"{ROOT}/model/model.bin".encode()):
            struct.pack_into("<II", data, start + 20, 0xFFFF_FFF0, 0xFFFF_FFF0)

    archive = patched(zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/rest", bytes(100))]), grow)
    assert_refused(archive, place, "would unpack to")


def test_a_file_that_is_larger_than_it_says_is_not_unpacked(tmp_path: Path, place: Path) -> None:
    def lie(data: bytearray, start: int) -> None:
        if data[start + 46 :].startswith(f"{ROOT}/bomb".encode()):
            struct.pack_into("<I", data, start + 24, 10)

    archive = patched(zipped(tmp_path / "a.argosmodel", [*GOOD, (f"{ROOT}/bomb", bytes(20 << 20))]), lie)
    with pytest.raises(PackageError):
        unpack(archive, place / "packages")
    assert everything_below(place) in ([], ["packages"])


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, place: Path) -> None:
    many: list[Member] = [(f"{ROOT}/{number}", b"") for number in range(archive_module.MOST_FILES)]
    assert_refused(zipped(tmp_path / "a.argosmodel", [*GOOD, *many], zipfile.ZIP_STORED), place, "files")


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x03\x04", b"\x89PNG\r\n" * 100], ids=range(4))
def test_what_is_no_zip_archive_is_refused(data: bytes, tmp_path: Path, place: Path) -> None:
    archive = tmp_path / "a.argosmodel"
    archive.write_bytes(data)
    assert_refused(archive, place, r"damaged or no \.argosmodel archive")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_archive_is_refused(share: float, tmp_path: Path, place: Path) -> None:
    archive = pack(make_package(tmp_path / "made"))
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * share)])
    assert_refused(archive, place, "damaged")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("damaged", ["metadata.json", "model/model.bin"])
@pytest.mark.parametrize("share", [0.0, 0.5], ids=["all", "half"])
def test_damage_inside_a_file_is_found(
    compression: int, damaged: str, share: float, tmp_path: Path, place: Path
) -> None:
    members: list[Member] = [*with_metadata(metadata("es", "fr", text="word " * 50))]
    archive = zipped(tmp_path / "a.argosmodel", members, compression)
    with zipfile.ZipFile(archive) as file:
        member = file.getinfo(f"{ROOT}/{damaged}")
    data = bytearray(archive.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    for position in range(start + int(share * member.compress_size), start + member.compress_size):
        data[position] ^= 0xFF
    archive.write_bytes(data)
    with pytest.raises(PackageError, match=r"damaged|packed in a way that packages are not"):
        unpack(archive, place / "packages")
    assert everything_below(place) in ([], ["packages"])


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.argosmodel", GOOD)
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written there"):
        unpack(archive, tmp_path / "file" / "packages")


_PARTS = st.sampled_from(["..", ".", "", "a", ROOT, "model", "/", "\\", "C:", "é", "~", "\t", "metadata.json", "*"])
_NAMES = st.one_of(
    st.lists(_PARTS, max_size=6).map("/".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_NAMES, max_size=4, unique=True))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_name_leads_to_a_file_outside_the_target(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "one" / "two" / "three"
        place.mkdir(parents=True)
        archive = zipped(Path(scratch) / "a.argosmodel", [*GOOD, *((zipfile.ZipInfo(name), b"x") for name in names)])
        try:
            unpack(archive, place / "packages")
        except (PackageError, OutputError):
            assert not (place / "packages").exists() or everything_below(place / "packages") == []
        inside = ("one/two/three/packages/", "a.argosmodel")
        known = ("one", "one/two", "one/two/three", "one/two/three/packages")
        assert [name for name in everything_below(Path(scratch)) if not name.startswith(inside)] in (
            list(known),
            list(known[:3]),
        )
        assert all(name.split("/")[0] == ROOT for name in everything_below(place / "packages"))


def _valid(compression: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, data in GOOD:
            file.writestr(name, data)
    return buffer.getvalue()


_VALID = {compression: _valid(compression) for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)}


@settings(max_examples=250, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(_VALID)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_flipped_bytes_end_in_a_package_or_in_a_refusal(compression: int, flips: list[tuple[float, int]]) -> None:
    data = bytearray(_VALID[compression])
    for where, value in flips:
        data[int(where * len(data))] = value
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "a.argosmodel"
        archive.write_bytes(data)
        place = Path(scratch) / "place"
        place.mkdir()
        try:
            unpack(archive, place / "packages")
        except (PackageError, OutputError) as refusal:
            assert "(None)" not in str(refusal)
            assert everything_below(place) in ([], ["packages"])
        else:
            assert len(list((place / "packages").iterdir())) == 1
