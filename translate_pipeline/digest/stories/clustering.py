"""Groups what is similar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Threshold:
    """The least mean similarity of two groups that become one.

    Args:
        pair: where both have a single member, and nothing else speaks for them.
        group: where one has several.
    """

    pair: float
    group: float

    def of(self, one: int, other: int) -> float:
        """The least mean similarity of groups of these sizes."""
        return self.pair if one == other == 1 else self.group


def clusters(similarity: NDArray[Any], threshold: Threshold) -> list[list[int]]:
    """Groups whose members are on average similar enough; each ascending, in order of its first.

    Source of the method: average linkage (UPGMA), Sokal & Michener 1958.

    Args:
        similarity: how similar each two members are; symmetric.
        threshold: when two groups become one.
    """
    found: list[list[int]] = []
    for component in _components(similarity, min(threshold.pair, threshold.group)):
        found += _average_linkage(similarity, component, threshold)
    return sorted(found)


def _components(similarity: NDArray[Any], threshold: float) -> list[list[int]]:
    """Members that chains of similar pairs hold together: no group goes beyond them."""
    import numpy

    left = set(range(len(similarity)))
    components = []
    while left:
        reached, ahead = set(), [min(left)]
        while ahead:
            place = ahead.pop()
            if place not in reached:
                reached.add(place)
                ahead += (int(other) for other in numpy.flatnonzero(similarity[place] >= threshold))
        components.append(sorted(reached))
        left -= reached
    return components


def _average_linkage(similarity: NDArray[Any], members: list[int], threshold: Threshold) -> list[list[int]]:
    import numpy

    groups = [[member] for member in members]
    mean = similarity[numpy.ix_(members, members)].copy()
    numpy.fill_diagonal(mean, -1.0)
    single = numpy.ones(len(members), dtype=bool)
    while len(members) > 1:
        needed = numpy.where(single[:, None] & single[None, :], threshold.pair, threshold.group)
        able = numpy.where(mean >= needed, mean, -1.0)
        first, second = divmod(int(able.argmax()), len(members))
        if able[first, second] < 0:
            break
        sizes = len(groups[first]), len(groups[second])
        mean[first] = numpy.average(mean[[first, second]], axis=0, weights=sizes)
        mean[:, first] = mean[first]
        mean[first, first] = -1.0
        mean[second] = mean[:, second] = -1.0
        single[first] = False
        groups[first] += groups[second]
        groups[second] = []
    return [sorted(group) for group in groups if group]
