"""The package of a training run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from training.checkpoint import Checkpoint
from training.export import PackageDescription, export_package
from training.lexicon import Lexicon
from training.subword import read_subword_model
from training.token_arrays import TokenPairs
from training.vocabulary_map import vocabulary_map
from training.work_folder import WorkFolder


def export_run(folder: WorkFolder, version: str, checkpoint: Path | None = None) -> Path:
    """Exports the average of a checkpoint with a vocabulary map, and gives the package's folder.

    Args:
        checkpoint: the annealed one if None.

    Raises:
        InputError: the checkpoint, the lexicon or the data is missing or damaged.
        OutputError: the package cannot be written.
    """
    trained = Checkpoint.load(checkpoint or folder.annealed)
    model = read_subword_model(folder.subword_model)
    frequencies = TokenPairs.load(folder.train).targets.frequencies(len(model))
    return export_package(
        folder.packages,
        PackageDescription(version, trained.seen, date.today()),
        trained.shape,
        trained.exported_weights(),
        model.pieces,
        model.data,
        vocabulary_map(Lexicon.load(folder.lexicon), model, frequencies),
    )
