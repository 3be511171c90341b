# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tagger knows of one word. The program computes the same in C++, bit for bit.

A word is a string as it stands in the text. "Units" are its UTF-16 code units. Of every word:

  column 0  row of the vector table: the word in lower case (see lower()) is looked up in the
            word list; not there: row 0, which is all zeros
  column 1  hash of all units of the lower-case word        & 16383
  column 2  hash of its first 2 units (fewer if shorter)    & 2047
  column 3  hash of its first 3 units                       & 4095
  column 4  hash of its last 2 units                        & 2047
  column 5  hash of its last 3 units                        & 4095
  column 6  hash of its shape (see shape())                 & 1023
  column 7  case class, 0-6 (see case_class())
  column 8  1 if in a quotation + 2 if first of a sentence or quotation + 4 if the paragraph's
            first word

The hash is FNV-1a of 32 bits over the units, of each unit the low byte, then the high one.

    python3 features.py WORD…    columns 1 to 7 of each word as JSON, to check other programs by
"""

import json
import sys
import unicodedata
from functools import lru_cache

import numpy

HASH_SIZES = {"word": 16384, "prefix2": 2048, "prefix3": 4096, "suffix2": 2048, "suffix3": 4096,
              "shape": 1024}
CASES = 7
FLAGS = 8
COLUMNS = 9


def lower(word):
    """Lower case of each code point by itself (one for one), right quotation mark as '."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word).replace("\u2019", "'")


def units(word):
    """The UTF-16 code units of a word."""
    return numpy.frombuffer(word.encode("utf-16-le", "surrogatepass"), "<u2").tolist()


def fnv(values):
    """FNV-1a, 32 bits, low byte of each unit first."""
    value = 0x811C9DC5
    for unit in values:
        value = ((value ^ (unit & 0xFF)) * 0x01000193) & 0xFFFFFFFF
        value = ((value ^ (unit >> 8)) * 0x01000193) & 0xFFFFFFFF
    return value


def shape(values):
    """X for Lu, x for Ll, d for Nd, else the unit itself; no more than two of a kind in a row."""
    kinds = {"Lu": ord("X"), "Ll": ord("x"), "Nd": ord("d")}
    found = []
    for unit in values:
        kind = kinds.get(unicodedata.category(chr(unit)), unit)
        if found[-2:] != [kind, kind]:
            found.append(kind)
    return found


def case_class(values, is_symbol):
    """0 symbol, 1 begins with a digit, 2 no capital, 3 only the first of several is a capital,
    4 two or more units, begins with a capital and no small letter, 5 one capital, 6 other."""
    if is_symbol:
        return 0
    categories = [unicodedata.category(chr(unit)) for unit in values]
    if categories[0] == "Nd":
        return 1
    if "Lu" not in categories:
        return 2
    if categories == ["Lu"]:
        return 5
    if categories[0] == "Lu" and "Ll" not in categories:
        return 4
    return 3 if categories[0] == "Lu" and "Lu" not in categories[1:] else 6


@lru_cache(maxsize=1 << 20)
def word_columns(word, is_symbol):
    """Columns 1 to 7."""
    small, spelled = units(lower(word)), units(word)
    parts = [("word", small), ("prefix2", small[:2]), ("prefix3", small[:3]),
             ("suffix2", small[-2:]), ("suffix3", small[-3:]), ("shape", shape(spelled))]
    hashes = [fnv(values) & (HASH_SIZES[name] - 1) for name, values in parts]
    return tuple(hashes) + (case_class(spelled, is_symbol),)


def paragraph(words, rows):
    """The matrix of a paragraph, a row a word: words as (spelling, is quoted, is first,
    is symbol), rows a dictionary from lower-case word to row of the vector table."""
    matrix = numpy.zeros((len(words), COLUMNS), numpy.int32)
    for i, (word, is_quoted, is_first, is_symbol) in enumerate(words):
        flags = (1 if is_quoted else 0) + (2 if is_first else 0) + (4 if i == 0 else 0)
        matrix[i] = (rows.get(lower(word), 0), *word_columns(word, bool(is_symbol)), flags)
    return matrix


if __name__ == "__main__":
    print(json.dumps({word: word_columns(word, not word[0].isalnum()) for word in sys.argv[1:]}))
