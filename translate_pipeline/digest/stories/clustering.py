"""Groups what is similar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


def clusters(similarity: NDArray[Any], threshold: float) -> list[list[int]]:
    """Groups whose members are on average at least as similar as a threshold; each ascending, in order of its first.

    Source of the method: average linkage (UPGMA), Sokal & Michener 1958.

    Args:
        similarity: how similar each two members are; symmetric.
        threshold: the least mean similarity of two groups that become one.
    """
    found: list[list[int]] = []
    for component in _components(similarity, threshold):
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


def _average_linkage(similarity: NDArray[Any], members: list[int], threshold: float) -> list[list[int]]:
    import numpy

    groups = [[member] for member in members]
    mean = similarity[numpy.ix_(members, members)].copy()
    numpy.fill_diagonal(mean, -1.0)
    while len(members) > 1:
        first, second = divmod(int(mean.argmax()), len(members))
        if mean[first, second] < threshold:
            break
        sizes = len(groups[first]), len(groups[second])
        mean[first] = numpy.average(mean[[first, second]], axis=0, weights=sizes)
        mean[:, first] = mean[first]
        mean[first, first] = -1.0
        mean[second] = mean[:, second] = -1.0
        groups[first] += groups[second]
        groups[second] = []
    return [sorted(group) for group in groups if group]
