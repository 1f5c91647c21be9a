"""The lexicon of `translate_pipeline.lexicon`: which English words translate a Spanish word.

The words of parallel text are aligned by eflomal (Östling and Tiedemann 2016, https://doi.org/10.1515/pralin-2016-0013)
in both directions, and only links that both have are counted (Liang et al. 2006, https://aclanthology.org/N06-1014).
It is done twice, with words as they are and with their first five letters, which brings the forms of rare words
together: a link that only one of the two has counts half.
"""

from __future__ import annotations

import itertools
import lzma
import os
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from training.corpus import SentencePair
from training.files import replaced
from translate_pipeline.errors import UsageError
from translate_pipeline.lexicon.english_stem import english_stem
from translate_pipeline.lexicon.word_list import SURE

# Documentation of software and forms: other words than the news has, or other meanings of the same ones.
_LEFT_OUT = frozenset(
    "carpentries debian_handbook debian_web gnome_user_docs letsencrypt mozilla_foundation mozilla_legal mozilla_www "
    "opendata_handbook openscience_handbook php_docs programming_historian python_docs ropensci_devguide sdg_metadata "
    "tails_www umbrella".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_MOST_WORDS = 100
_PREFIXES = (0, 5)
# Phrases whose words mean other things by themselves; each is aligned as one word.
_FIXED_PHRASES = """
a base; a cabo; a cambio; a causa; a continuación; a corto plazo; a costa; a diferencia; a escala; a favor; a fin;
a finales; a gran escala; a la vez; a largo plazo; a lo largo; a mano; a mediados; a medida; a menudo; a partir;
a pesar; a pie; a principios; a punto; a raíz; a solas; a su vez; a tiempo; a través; a veces; acerca de; ahora bien;
al fin; al menos; al parecer; al respecto; alguna vez; alta mar; ama de casa; amas de casa; así como; así pues;
aun así; aun cuando; balance general; buenas noches; buenos días; cada vez; con arreglo; con base; con el fin;
con frecuencia; con respecto; cuanto antes; cuello de botella; dado que; de acuerdo; de antemano; de conformidad;
de forma; de golpe; de hecho; de inmediato; de lujo; de manera; de menos; de modo; de nuevo; de parte; de pie;
de pronto; de repente; de todas formas; de todos modos; de veras; de vez en cuando; de vuelta; desde luego;
ee uu; efecto invernadero; en absoluto; en aras; en base; en breve; en busca; en cambio; en camino; en caso;
en cierto modo; en comparación; en consecuencia; en contacto; en contra; en contraste; en cualquier caso; en cuanto;
en cuenta; en curso; en definitiva; en efecto; en favor; en fin; en función; en general; en gran medida; en juego;
en línea; en lugar; en manos; en marcha; en materia; en medio; en parte; en particular; en peligro; en pie;
en primer lugar; en principio; en pro; en realidad; en relación; en seguida; en serio; en términos; en todas partes;
en todo caso; en torno; en última instancia; en vano; en vez; en vigor; en virtud; en vista; es decir; estados unidos;
fin de semana; fines de semana; gases de efecto invernadero; gran bretaña; guerra fría; hace falta; hasta ahora;
hoja de ruta; hoy en día; incluso si; junto con; mano de obra; más allá; más bien; más o menos; materias primas;
medio ambiente; mil millones; miles de millones; muchas gracias; ni siquiera; no obstante; nueva york; o sea;
oriente medio; oriente próximo; otra parte; otra vez; otro lado; para siempre; per cápita; por casualidad;
por ciento; por cierto; por completo; por consiguiente; por debajo; por ejemplo; por encima; por ende; por favor;
por fin; por lo menos; por lo tanto; por parte; por supuesto; por tanto; por último; premio nobel; primer ministro;
primera ministra; próximo oriente; puesta en marcha; puesto que; punto de vista; rara vez; reino unido; si bien;
sin duda; sin embargo; sin precedentes; sobre todo; tal como; tal vez; tal y como; tan solo; tan sólo; toda vez;
todo el mundo; una vez; unión europea; vez más; ya que; zona del euro; zona euro
"""
_FIXED_PHRASE = re.compile(
    rf"(?<!\S)(?:{'|'.join(sorted(map(str.strip, _FIXED_PHRASES.split(';')), key=len, reverse=True))})(?!\S)", re.I
)
# What English has where Spanish has an ending, an article or nothing: no part of a phrase that translates a word.
_FUNCTION_WORDS = frozenset(
    "a all also am an and any are as at be been being but by can could d did do does doing done each every for from "
    "had has have having he her him his i if in is it its just let ll m may me might more most must my no not of on "
    "one or our own re s shall she should so some such t than that the their them then there these they this those "
    "to us ve very was we were what which who whom whose will with would you your".split()
)
_LONGEST_PHRASE = 3

_LEAST_PROBABILITY = 0.1
_MOST_TRANSLATIONS = 3
# A word in capitals more often than this is a name; an English word in lower case as often is none.
_LEAST_LOWER_CASE = 0.05
_LEAST_LOWER_CASE_OF_ENGLISH = 0.2
_COGNATE = 0.65
_LEAST_NAME = 5
_LEAST_STAYING = 10


@dataclass
class TranslationCounts:
    """How often each Spanish word occurs, and how often it is linked with each English word or phrase.

    Words are in the case that they have within a sentence. A link is counted once for each of the two alignments.
    """

    occurrences: Counter[str] = field(default_factory=Counter)
    links: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(frozen=True)
class Translation:
    """An English word or phrase, all its forms taken as one, that is linked with a Spanish word.

    Attributes:
        form: its most frequent form.
        stem: what its forms have in common.
        links: how many links there are, a half for one that only one of the alignments has.
        probability: p(English | Spanish): their share in the links of the Spanish word.
        reverse: p(Spanish | English): their share in the links of the English word.
    """

    form: str
    stem: str
    links: float
    probability: float
    reverse: float


def make_word_lexicon(pairs: Iterable[SentencePair], destination: Path) -> int:
    """Estimates the lexicon from parallel text, writes it, and returns the number of its words.

    Takes twelve minutes for 460,000 pairs on two CPU cores.

    Raises:
        UsageError: eflomal is not installed.
        OutputError: the file cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        counts = count_translations(pairs, Path(folder))
    lines = lexicon_lines(counts)
    text = "\n".join(lines) + "\n\n" + "\n".join(lines.values())
    with replaced(destination) as file:
        file.write(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    return len(lines)


def count_translations(pairs: Iterable[SentencePair], folder: Path) -> TranslationCounts:
    """Aligns the words of parallel text and counts the links; `folder` takes the files of the aligner."""
    sources, targets = folder / "sources", folder / "targets"
    with sources.open("w", encoding="utf-8") as source_file, targets.open("w", encoding="utf-8") as target_file:
        for pair in pairs:
            source, target = _WORD.findall(pair.source), _WORD.findall(pair.target)
            if pair.origin not in _LEFT_OUT and 0 < len(source) <= _MOST_WORDS and 0 < len(target) <= _MOST_WORDS:
                print(_FIXED_PHRASE.sub(lambda match: match[0].replace(" ", "_"), " ".join(source)), file=source_file)
                print(*target, file=target_file)
    alignments = [_align(sources, targets, prefix) for prefix in _PREFIXES]
    counts = TranslationCounts()
    source_case, target_case = _truecaser(sources), _truecaser(targets)
    for source_line, target_line, *links in zip(_words(sources), _words(targets), *alignments, strict=True):
        source, target = source_case(source_line), target_case(target_line)
        counts.occurrences.update(source)
        for link in itertools.chain(*links):
            counts.links[source[link.source]][" ".join(_phrase(link, target))] += 1
    return counts


@dataclass(frozen=True)
class _Link:
    """A Spanish word, the English word that both directions link it with, and those around that one of them does."""

    source: int
    target: int
    first: int
    last: int


def _align(sources: Path, targets: Path, prefix: int) -> Iterator[list[_Link]]:
    """The links of each pair of lines, the words aligned by their first letters, or whole if `prefix` is 0."""
    try:
        from eflomal import Aligner
    except ImportError:
        raise UsageError("eflomal is not installed: pip install -r training/requirements.txt") from None
    forward, reverse = (sources.with_name(f"{name}{prefix}") for name in ("forward", "reverse"))
    aligner = Aligner(source_prefix_len=prefix, target_prefix_len=prefix)
    with sources.open(encoding="utf-8") as source_file, targets.open(encoding="utf-8") as target_file:
        aligner.align(source_file, target_file, str(forward), str(reverse))
    return map(_agreed, _words(forward), _words(reverse))


def _words(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(str.split, file)


def _agreed(forward: Sequence[str], reverse: Sequence[str]) -> list[_Link]:
    source_of = {target: source for source, target in map(_numbers, forward)}
    links = []
    for source, target in map(_numbers, reverse):
        if source_of.get(target) != source:
            continue
        first = last = target
        while source_of.get(first - 1) == source:
            first -= 1
        while source_of.get(last + 1) == source:
            last += 1
        links.append(_Link(source, target, first, last))
    return links


def _numbers(link: str) -> tuple[int, int]:
    source, _, target = link.partition("-")
    return int(source), int(target)


def _phrase(link: _Link, target: Sequence[str]) -> Sequence[str]:
    """The English words of a link, without function words at the ends."""
    first, last = link.first, link.last
    while first < link.target and target[first].lower() in _FUNCTION_WORDS:
        first += 1
    while last > link.target and target[last].lower() in _FUNCTION_WORDS:
        last -= 1
    if last - first >= _LONGEST_PHRASE:
        first = last = link.target
    return target[first : last + 1]


def _truecaser(path: Path) -> Callable[[list[str]], list[str]]:
    """What gives the first word of a line, and all words of a line in capitals, the case that they mostly have."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in _words(path):
        for word in words[1:]:
            seen[word.lower()][word] += 1
    usual = {word: forms.most_common(1)[0][0] for word, forms in seen.items()}

    def truecased(words: list[str]) -> list[str]:
        is_shouted = 2 * sum(map(str.isupper, words)) > len(words)
        return [
            usual.get(word.lower(), word.lower()) if number == 0 or is_shouted else word
            for number, word in enumerate(words)
        ]

    return truecased


@dataclass(frozen=True)
class _Entry:
    """A Spanish word in lower case with all its translations, the likeliest first."""

    word: str
    is_name: bool
    occurrences: int
    translations: Sequence[Translation]

    @property
    def linked(self) -> float:
        """The share of the word's occurrences that have a link."""
        return sum(translation.links for translation in self.translations) / self.occurrences

    @property
    def best(self) -> Translation:
        return self.translations[0]


def lexicon_lines(counts: TranslationCounts) -> dict[str, str]:
    """The Spanish words of the lexicon, in order, and the lines of their English words."""
    entries = sorted(_entries(counts), key=lambda entry: entry.word)
    spanish_words = _spanish_words_by_stem(entries)
    return {entry.word: line for entry in entries if (line := _line(entry, spanish_words))}


def _entries(counts: TranslationCounts) -> Iterator[_Entry]:
    cased: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts.occurrences:
        if word.isalpha() and len(word) > 1:
            cased[word.lower()].append(word)
    links_of_stem = Counter[str]()
    for targets in counts.links.values():
        for target, number in targets.items():
            links_of_stem[_stem(target)] += number
    for word, forms in cased.items():
        total = sum(counts.occurrences[form] for form in forms)
        is_name = counts.occurrences[word] < _LEAST_LOWER_CASE * total
        used = forms if is_name else [word]
        targets = Counter[str]()
        for form in used:
            targets.update(counts.links.get(form, {}))
        if translations := _translations(word, targets, links_of_stem):
            yield _Entry(word, is_name, sum(counts.occurrences[form] for form in used), translations)


def _stem(phrase: str) -> str:
    return " ".join(map(english_stem, phrase.lower().split()))


def _translations(word: str, targets: Mapping[str, int], links_of_stem: Mapping[str, int]) -> list[Translation]:
    by_stem: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for target, number in targets.items():
        if len(target) > 1 and target.replace(" ", "").replace("-", "").isalpha():
            by_stem[_stem(target)][target] += number
    total = sum(sum(forms.values()) for forms in by_stem.values())
    translations = []
    for stem, forms in by_stem.items():
        links = sum(forms.values())
        form = _usual_form(word, forms)
        translations.append(Translation(form, stem, links / len(_PREFIXES), links / total, links / links_of_stem[stem]))
    return sorted(translations, key=lambda translation: (-translation.probability, translation.form))


def _usual_form(word: str, forms: Mapping[str, int]) -> str:
    """The most frequent form, capitalised only if it nearly always is; of equals the one in the word's number."""
    lower = Counter[str]()
    for form, number in forms.items():
        lower[form.lower()] += number
    usual = max(lower, key=lambda form: (lower[form], form.endswith("s") == word.endswith("s"), form))
    if forms.get(usual, 0) >= _LEAST_LOWER_CASE_OF_ENGLISH * lower[usual]:
        return usual
    return max((form for form in forms if form.lower() == usual), key=lambda form: (forms[form], form))


def _spanish_words_by_stem(entries: Iterable[_Entry]) -> dict[str, list[str]]:
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for translation in entry.translations:
            if translation.links >= 2 and translation.probability >= _LEAST_PROBABILITY:
                by_stem[translation.stem].append(entry.word)
    return by_stem


def _line(entry: _Entry, spanish_words: Mapping[str, Sequence[str]]) -> str | None:
    """The line of an entry, or None if it is a name that stays as it is, or if its links may be chance."""
    if entry.is_name and (entry.best.form.lower() == entry.word or entry.occurrences < _LEAST_NAME):
        return None
    is_sure = _is_sure(entry, spanish_words)
    likely = [t for t in entry.translations if t.probability >= _LEAST_PROBABILITY]
    listed = [t for t in likely if t.links >= 2 or (is_sure and t is entry.best)][:_MOST_TRANSLATIONS]
    stays = [t.form.lower() for t in listed] == [entry.word]
    if not listed or (stays and entry.occurrences < _LEAST_STAYING):
        return None
    tenths = (f"{t.form}{min(9, round(10 * t.probability))}" for t in listed)
    return (SURE if is_sure else "") + "".join(tenths)


def _is_sure(entry: _Entry, spanish_words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the first translation can be written for the word without knowing its sentence.

    The bounds were set by reading: the fewer links there are, the more of them must agree.
    """
    best = entry.best
    if any(t.form == entry.word and t.links >= 2 and t.probability >= 0.02 for t in entry.translations[1:]):
        return False
    parts = set(best.stem.split())
    share = sum(other.probability for other in entry.translations if parts <= set(other.stem.split()))
    if best.form in _FUNCTION_WORDS and (share < 0.6 or best.reverse < 0.02):
        return False
    is_likely = share >= 0.5 or (best.probability >= 0.4 and best.reverse >= 0.04)
    if best.links >= 10:
        return is_likely and entry.linked >= 0.4
    if best.links >= 3:
        return is_likely and entry.linked >= 0.5 and (best.reverse >= 0.01 or _has_kin(entry, spanish_words))
    if share < 0.66 or entry.linked < 0.66 or best.links < 1:
        return False
    return (best.links >= 2 and best.reverse >= 0.05) or _has_kin(entry, spanish_words)


def _has_kin(entry: _Entry, spanish_words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the translation looks like the word (Melamed 1995), or another form of the word has it too."""
    best = entry.best
    if SequenceMatcher(None, _plain(entry.word), _plain(best.form)).ratio() >= _COGNATE:
        return True
    return any(
        other != entry.word and _common_start(other, entry.word) >= max(4, 0.6 * max(len(other), len(entry.word)))
        for other in spanish_words.get(best.stem, ())
    )


def _common_start(one: str, other: str) -> int:
    return len(os.path.commonprefix([one, other]))


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
