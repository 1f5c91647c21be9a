"""The way from one language to another over the packages there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate_pipeline.errors import NoPackageError, WrongPairError
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.store import bundled_packages, installed_packages
from translate_pipeline.translation.trust import problem_of

_PIVOT = "en"


def _first_sound(
    packages: Sequence[TranslationPackage], pair: tuple[str, str], warn: Callable[[str], None]
) -> TranslationPackage | None:
    """The first package for a pair that passes verification; each that fails is told of."""
    for package in packages:
        if (package.metadata.from_code, package.metadata.to_code) == pair:
            problem = problem_of(package)
            if problem is None:
                return package
            warn(f"package {package.name} at {package.path} is not used: {problem}")
    return None


def find_route(
    source: str, target: str, named: TranslationPackage | None, warn: Callable[[str], None]
) -> tuple[TranslationPackage, ...]:
    """One package for the pair, or two through English, as Argos Translate chains them.

    Installed packages come before the bundled one, newer versions before older; packages that fail
    verification are passed over with a warning.

    Args:
        source, target: language codes.
        named: a package to use and no other.
        warn: gets a line for each package that is passed over.

    Raises:
        NoPackageError: no package leads there.
        WrongPairError: `named` is for another pair.
    """
    if named is not None:
        if (named.metadata.from_code, named.metadata.to_code) != (source, target):
            raise WrongPairError(
                f"--package {named.path.name}: translates {named.metadata.pair}, but {source}-{target} is needed"
            )
        return (named,)
    packages = [*installed_packages()[0], *bundled_packages()]
    direct = _first_sound(packages, (source, target), warn)
    if direct is not None:
        return (direct,)
    if _PIVOT in (source, target):
        raise NoPackageError(source, target)
    legs = [_first_sound(packages, pair, warn) for pair in ((source, _PIVOT), (_PIVOT, target))]
    if legs[0] and legs[1]:
        return (legs[0], legs[1])
    names = (f"{source}-{_PIVOT}", f"{_PIVOT}-{target}")
    raise NoPackageError(source, target, [name for name, leg in zip(names, legs, strict=True) if leg is None])
