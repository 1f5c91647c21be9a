"""What a site lets programs fetch: robots.txt (RFC 9309), read by Protego."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate_pipeline.fetching.failure import NotFetchedError

if TYPE_CHECKING:
    from protego import Protego

PRODUCT_TOKEN = "tsum"
# RFC 9309, section 2.5: a program must read this much at least.
_MOST_BYTES = 500 * 1024
_AGENT_FIELD = re.compile(r"\s*user[- ]?agent\s*:?", re.IGNORECASE)


@dataclass(frozen=True)
class Robots:
    """The rules of one site; without rules everything is allowed.

    Args:
        rules: what its robots.txt says.
        failure: why it could not be read; then nothing is allowed (RFC 9309, section 2.3.1.4).
    """

    rules: Protego | None = None
    failure: NotFetchedError | None = None

    @classmethod
    def parse(cls, data: bytes) -> Robots:
        """Reads a robots.txt, of a large one the first 500 KiB."""
        from protego import Protego

        text = data[:_MOST_BYTES].decode("utf-8-sig", errors="replace")
        return cls(Protego.parse("\n".join(map(_for_tsum, text.splitlines()))))

    @property
    def delay(self) -> float | None:
        """Seconds that the site wishes for between requests."""
        return self.rules.crawl_delay(PRODUCT_TOKEN) if self.rules else None

    def check(self, url: str) -> None:
        """Raises `NotFetchedError` if the site does not allow tsum to fetch `url`."""
        if self.failure is not None:
            raise self.failure
        if self.rules is not None and not self.rules.can_fetch(url, PRODUCT_TOKEN):
            raise NotFetchedError("the site's robots.txt does not allow it: save the page and give tsum the file")


def _for_tsum(line: str) -> str:
    """Calls all other programs by one name: Protego keeps each rule once for each name in its group."""
    field = _AGENT_FIELD.match(line)
    name = line[field.end() :].partition("#")[0].strip().casefold() if field else ""
    return line if name.strip("*") in ("", PRODUCT_TOKEN) else "User-agent: another"
