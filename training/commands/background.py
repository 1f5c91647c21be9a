"""Commands for training in the background: start, pause, resume, stop, status, finish."""

from __future__ import annotations

from typing import Annotated

import typer

from training import background
from training.commands.measure import print_evaluation
from training.commands.options import Against, Folder, Version, require_torch
from training.work_folder import WorkFolder

app = typer.Typer(help="Train in the background at the lowest priority (POSIX systems).", no_args_is_help=True)
_FOR_EVER = 10_000_000


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def start(folder: Folder, context: typer.Context) -> None:
    """Train at the full learning rate until stopped, from where it was; takes the options of `train`."""
    require_torch()
    arguments = [str(folder.resolve()), "--minutes", str(_FOR_EVER), *context.args]
    print(f"training in the background, process {background.start(WorkFolder(folder), arguments)}")


@app.command()
def pause(folder: Folder) -> None:
    """Halt it, for instance during a benchmark."""
    background.pause(WorkFolder(folder))


@app.command()
def resume(folder: Folder) -> None:
    """Let it go on."""
    background.resume(WorkFolder(folder))


@app.command()
def stop(folder: Folder) -> None:
    """End it; its checkpoint is saved."""
    background.stop(WorkFolder(folder))


@app.command()
def status(folder: Folder) -> None:
    """Whether it runs, and the end of its log."""
    print(background.status(WorkFolder(folder)))


@app.command()
def finish(
    folder: Folder,
    version: Version,
    minutes: Annotated[float, typer.Option("--minutes", min=0.01, help="Length of the decay.")] = 60,
    tests: Annotated[
        list[str] | None,
        typer.Option("--test", metavar="NAME:SOURCE:REFERENCE", help="Test set to score the package on; repeatable."),
    ] = None,
    against: Against = None,
) -> None:
    """Stop, anneal, export, evaluate: a package in the folder. `start` goes on from before the decay."""
    require_torch()
    from training.export import archive
    from training.export_run import export_run
    from training.schedule import Schedule
    from training.test_sets import read_test_set
    from training.train import train
    from training.trainer import TrainingSettings

    for test in tests or []:
        read_test_set(test)  # a wrong path is better known before an hour of training
    work = WorkFolder(folder)
    background.stop(work)
    train(work, TrainingSettings(Schedule(minutes, anneal_to=1.0)))
    package = export_run(work, version)
    if tests:
        print_evaluation(package, tests, against, None, record=True)
    else:
        print(archive(package))
