"""Errors to plant in good translations; a new kind is a function here and a line in `KINDS`."""

from __future__ import annotations

from benchmarks.planting.base import Kind, Planted
from benchmarks.planting.bounds import plant_lost_bound, plant_turned_bound
from benchmarks.planting.dates import (
    plant_wrong_day_of_month,
    plant_wrong_month,
    plant_wrong_time,
    plant_wrong_weekday,
)
from benchmarks.planting.figures import (
    plant_changed_digit,
    plant_changed_group,
    plant_dropped_zero,
    plant_lost_figure,
    plant_swapped_figures,
    plant_wrong_separator,
)
from benchmarks.planting.lengths import plant_cut, plant_duplicate, plant_lost_sentence
from benchmarks.planting.loops import plant_loop_in_word, plant_phrase_loop
from benchmarks.planting.magnitudes import plant_wrong_magnitude
from benchmarks.planting.names import plant_garbled_name, plant_lost_name, plant_swapped_names
from benchmarks.planting.negation import plant_gained_negation, plant_lost_negation
from benchmarks.planting.number_words import plant_wrong_number_word, plant_wrong_ordinal
from benchmarks.planting.punctuation import plant_lost_brackets, plant_lost_quotation, plant_lost_quotation_mark
from benchmarks.planting.spanish_words import plant_spanish_words
from benchmarks.planting.terms import plant_wrong_term
from benchmarks.planting.units import plant_lost_per_cent, plant_wrong_currency
from benchmarks.planting.verbatim import plant_altered_handle, plant_altered_url

__all__ = ["KINDS", "Kind", "Planted"]

KINDS = (
    Kind("numbers", "zero dropped", plant_dropped_zero),
    Kind("numbers", "digit group changed", plant_changed_group),
    Kind("numbers", "digit changed", plant_changed_digit),
    Kind("numbers", "figure lost", plant_lost_figure),
    Kind("numbers", "wrong separator", plant_wrong_separator),
    Kind("numbers", "two figures swapped", plant_swapped_figures),
    Kind("numbers", "wrong magnitude", plant_wrong_magnitude),
    Kind("numbers", "wrong currency", plant_wrong_currency),
    Kind("numbers", "per cent lost", plant_lost_per_cent),
    Kind("numbers", "wrong day of the month", plant_wrong_day_of_month),
    Kind("numbers", "wrong time", plant_wrong_time),
    Kind("numbers", "wrong number word", plant_wrong_number_word),
    Kind("numbers", "wrong ordinal", plant_wrong_ordinal),
    Kind("bounds", "bound turned round", plant_turned_bound),
    Kind("bounds", "bound lost", plant_lost_bound),
    Kind("dates", "wrong month", plant_wrong_month),
    Kind("dates", "wrong weekday", plant_wrong_weekday),
    Kind("names", "name lost", plant_lost_name),
    Kind("names", "name garbled", plant_garbled_name),
    Kind("names", "two names swapped", plant_swapped_names),
    Kind("negation", "negation lost", plant_lost_negation),
    Kind("negation", "negation gained", plant_gained_negation),
    Kind("untranslated", "three Spanish words", plant_spanish_words),
    Kind("quotations", "quotation mark lost", plant_lost_quotation_mark),
    Kind("quotations", "quotation marks lost", plant_lost_quotation),
    Kind("quotations", "brackets lost", plant_lost_brackets),
    Kind("degeneration", "phrase loops", plant_phrase_loop),
    Kind("degeneration", "loop in a word", plant_loop_in_word),
    Kind("degeneration", "duplicated", plant_duplicate),
    Kind("length", "cut to a third", plant_cut),
    Kind("length", "one of two sentences lost", plant_lost_sentence),
    Kind("terms", "term replaced", plant_wrong_term),
    Kind("verbatim", "URL altered", plant_altered_url),
    Kind("verbatim", "handle altered", plant_altered_handle),
)
