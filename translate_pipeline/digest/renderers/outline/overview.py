"""What a digest holds, in a sentence or two."""

from __future__ import annotations

from collections import Counter

from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Digest, StoryStatus
from translate_pipeline.language import language_name

_STATUSES: tuple[StoryStatus, ...] = ("new", "moved on", "unchanged")


def overview(digest: Digest) -> str:
    """How many stories, articles and sources a digest has, and how it stands to the previous one."""
    stories = list(digest.stories())
    copies = sum(len(article.copies) for article in digest.articles())
    sources = {source for story in stories for source in story.sources}
    held = f"{counted(len(stories), 'story', 'stories')} from {counted(sum(s.size for s in stories), 'article')}"
    held += f" ({copies:,} nearly the same as another)" if copies else ""
    held += f", by {counted(len(sources), 'source')}" if sources else ""
    held += f", {translation}" if (translation := machine_translation(digest)) else ""
    return f"{held}. {_changes(digest)}".rstrip()


def machine_translation(digest: Digest) -> str:
    """`translated by machine from Spanish into English`; empty where no translation is shown."""
    if digest.shown == "source" or not any(article.briefing.translated for article in digest.articles()):
        return ""
    sources = ", ".join(map(language_name, translated_languages(digest)))
    return f"translated by machine{f' from {sources}' if sources else ''} into {language_name(digest.target_language)}"


def translated_languages(digest: Digest) -> tuple[str, ...]:
    """Codes of the languages of its articles, without that of the translations."""
    return tuple(code for code in digest.source_languages if code != digest.target_language)


def _changes(digest: Digest) -> str:
    if digest.since is None:
        return ""
    statuses = Counter(story.status for story in digest.stories())
    changes = [f"{statuses[status]:,} {status}" for status in _STATUSES if statuses[status]]
    changes += [f"{len(digest.quiet):,} gone quiet"] if digest.quiet else []
    return f"Since {digest.since}: {', '.join(changes) or 'nothing new'}."


def left_out(digest: Digest) -> str:
    """How many stories there would be more; empty if all are shown."""
    more = counted(digest.left_out, "more story", "more stories")
    return f"{more} left out: fewer were asked for" if digest.left_out else ""


def languages(digest: Digest) -> str:
    """The languages shown: `Spanish, French to English`."""
    target = language_name(digest.target_language)
    if digest.shown == "source":
        return ", ".join(map(language_name, digest.source_languages)) or target
    source = ", ".join(map(language_name, translated_languages(digest)))
    if not source:
        return target
    return f"{source} to {target}" if digest.shown == "both" else f"{target}, from {source}"
