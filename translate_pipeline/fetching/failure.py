"""Why an address cannot be fetched, before it is said which address that is."""

from __future__ import annotations


class NotFetchedError(Exception):
    """The reason of a failed fetch and what to do, without the address: users meet it in a `FetchError`."""


class UnreachableHostError(NotFetchedError):
    """No server could be spoken to: the name, the address, the connection or its encryption failed."""


class TimeLimitError(NotFetchedError):
    """The answer was not complete in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no complete answer in {seconds:g} s: try later")


class SizeLimitError(NotFetchedError):
    """The answer is larger than a page can be."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"larger than {most_bytes / 1e6:g} MB: given up; save it and give tsum the file")
