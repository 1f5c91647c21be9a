"""Errors planted in human translations, and how many of them the checks find; false alarms on those translations."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Sequence

from benchmarks import evaluation
from benchmarks.planting import KINDS, Kind
from benchmarks.planting.faulty_references import FaultyReference, faulty_pairs, faulty_references
from benchmarks.planting.measurement import (
    TEST_SETS,
    Outcome,
    clean_pairs,
    false_alarms,
    outcome,
    pairs_with_terms,
    planted_errors,
    with_terms_of,
)
from benchmarks.table import print_table
from translate_pipeline.checks import CHECKS, Finding, Translated
from translate_pipeline.glossary import load_glossary

_LEAST_FOUND, _MOST_FALSE = 95.0, 2.0
# These are judged with the curated glossary, as tsum runs: a name that is a term of it is left to the check of terms.
_WITH_GLOSSARY = frozenset({"names"})


def _share(part: int, whole: int) -> float:
    """Per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def _verdict(met: bool, target: str) -> str:
    return f"{'met' if met else 'MISSED'} ({target})"


def _row(check: str, error: str, outcomes: Sequence[Outcome], verdict: str = "") -> list[str]:
    counts = [
        sum(one.found_by(check) for one in outcomes),
        sum(one.found_by(check, notes=True) for one in outcomes),
        sum(one.found_by() for one in outcomes),
    ]
    total = len(outcomes)
    return [f"{check}: {error}", str(total), *(f"{_share(count, total):.1f}" for count in counts), verdict]


def _show(title: str, pair: Translated, findings: Sequence[Finding], wrong: str = "") -> None:
    """Prints a pair and what was found in it, for a person to read."""
    print(f"{title}\n  es: {pair.source}\n  en: {pair.translation}")
    if wrong:
        print(f"  planted: {wrong}")
    for finding in findings:
        print(f"  {finding.check} {finding.severity}: {finding.message}")
    print()


def _show_outcomes(title: str, kind: Kind, outcomes: Sequence[Outcome]) -> None:
    for one in outcomes:
        planted = one.planted
        _show(f"{title}: {kind.check}: {kind.error}", planted.clean, one.findings, planted.wrong.translation)


def report_left_out(faults: Collection[FaultyReference]) -> None:
    """Prints how many pairs are not clean, and how many of them are faulty in what each check is about."""
    of_check = Counter(fault.check for fault in faults).most_common()
    kinds = ", ".join(f"{name} {count}" for name, count in of_check)
    print(f"left out for a faulty human translation: {len(faulty_pairs(faults))} pairs ({kinds})\n")


def report_found(
    pairs: Sequence[Translated], with_curated: Sequence[Translated], check: str | None, planted: int, missed: int
) -> bool:
    """Prints how many planted errors of each kind are found, with examples; true if each check finds enough.

    Errors in names are planted in `with_curated`, pairs with the terms of the curated glossary.
    """
    outcomes = {
        kind: [
            outcome(error) for error in planted_errors(with_curated if kind.check in _WITH_GLOSSARY else pairs, kind)
        ]
        for kind in KINDS
        if check in (None, kind.check)
    }
    met, rows = True, []
    for name in dict.fromkeys(kind.check for kind in outcomes):
        own = {kind: found for kind, found in outcomes.items() if kind.check == name}
        rows += [_row(name, kind.error, found) for kind, found in own.items()]
        of_check = [one for found in own.values() for one in found]
        enough = _share(sum(one.found_by(name) for one in of_check), len(of_check)) >= _LEAST_FOUND
        met = met and enough
        rows.append(_row(name, "all", of_check, _verdict(enough, f">= {_LEAST_FOUND:g}")))
    print_table(["check: error", "pairs", "found %", "with notes %", "by any check %", ""], rows)
    print()
    for kind, found in outcomes.items():
        _show_outcomes("planted", kind, found[:planted])
        _show_outcomes("missed", kind, [one for one in found if not one.found_by(kind.check)][:missed])
    return met


def report_false_alarms(
    clean: Sequence[Translated], terminology: Sequence[Translated], name: str | None, examples: int
) -> bool:
    """Prints how often each check is wrong about human translations; true if none is too often.

    The target is for `clean`, and for names for `clean` with the terms of the curated glossary; `terminology` is the
    pairs of `terms.jsonl`.
    """
    checks = [check for check in CHECKS if name in (None, check.name)]
    with_curated = with_terms_of(load_glossary([], True, "es", "en"), clean)
    alarms = {}
    met, rows = True, []
    for check in checks:
        sets = [(false_alarms(check, pairs), len(pairs)) for pairs in (clean, with_curated, terminology)]
        without, curated, terms = (_share(len(found), total) for found, total in sets)
        judged_with = check.name in _WITH_GLOSSARY
        alarms[check.name] = sets[judged_with][0]
        few = (curated if judged_with else without) <= _MOST_FALSE
        met = met and few
        target = f"<= {_MOST_FALSE:g}{' with the glossary' if judged_with else ''}"
        rows.append([check.name, f"{without:.1f}", f"{curated:.1f}", _verdict(few, target), f"{terms:.1f}"])
    print_table(["check", "false alarms %", "with the curated glossary %", "", "on terms.jsonl %"], rows)
    print()
    for check_name, found in alarms.items():
        for alarm in found[:examples]:
            _show(f"false alarm: {check_name}", alarm.pair, alarm.findings)
    return met


def main() -> None:
    """Prints two tables and the examples asked for, and exits with 1 if a check misses a target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted_errors", description=__doc__)
    evaluation.add_option(parser)
    parser.add_argument("--check", metavar="NAME", help="this check alone")
    parser.add_argument("--examples", type=int, default=0, metavar="N", help="show N false alarms of each check")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="show N missed errors of each kind")
    parser.add_argument("--planted", type=int, default=0, metavar="N", help="show N planted errors of each kind")
    parser.add_argument("--no-fail", action="store_true", help="exit with 0 even if a target is missed")
    options = parser.parse_args()
    needed = [f"{name}.{code}" for name in TEST_SETS for code in ("es", "en")]
    data = evaluation.folder(options.eval, "terms.jsonl", *needed)
    known = {check.name for check in CHECKS} | {kind.check for kind in KINDS}
    if options.check not in {None, *known}:
        evaluation.stop(f"no check is called {options.check}: give one of {', '.join(sorted(known))} by --check")
    faults = faulty_references()
    clean, terminology = clean_pairs(data, faults), pairs_with_terms(data)
    report_left_out(faults)
    with_curated = [*with_terms_of(load_glossary([], True, "es", "en"), clean), *terminology]
    found = report_found([*clean, *terminology], with_curated, options.check, options.planted, options.missed)
    few = report_false_alarms(clean, terminology, options.check, options.examples)
    if not ((found and few) or options.no_fail):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
