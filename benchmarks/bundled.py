"""tsum with its bundled package and beam 2, whatever packages the user has installed."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from translate_pipeline import Pipeline
from translate_pipeline.config import Settings
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.store import bundled_packages

BEAM = 2
_WARM_UP = "Buenos días."


def package() -> TranslationPackage:
    """The bundled Spanish-English package."""
    return next(p for p in bundled_packages() if p.metadata.pair == "es-en")


def loaded_engine() -> CTranslate2Engine:
    """An engine with all processors, its model loaded and nothing remembered that a benchmark asks for."""
    engine = CTranslate2Engine(package(), beam=BEAM)
    engine.translate([Request(_WARM_UP, SearchOptions(BEAM))])
    return engine


def loaded_pipeline() -> Pipeline:
    """A pipeline with model, glossary and language detection loaded."""
    _hide_installed_packages()
    pipeline = Pipeline(Settings(beam=BEAM))
    list(pipeline.translate_many([f"{_WARM_UP} Esta es una frase cualquiera para empezar el trabajo."]))
    return pipeline


def _hide_installed_packages() -> None:
    for name in [name for name in os.environ if name.startswith(("ARGOS_", "SNAP"))]:
        del os.environ[name]
    nothing = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, nothing, ignore_errors=True)
    os.environ |= {"XDG_DATA_HOME": nothing, "XDG_CONFIG_HOME": nothing}
