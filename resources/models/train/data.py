# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpora as labelled pieces of paragraphs, cut into the program's own words.

    python3 data.py texts CORPORA FOLDER            FOLDER/SET/*.txt, a file a document
    python3 data.py pieces CORPORA FOLDER VECTORS   FOLDER/pieces.pickle

Between the two, words_json is run over all texts of a set: its output is FOLDER/SET.jsonl (see
`train`). A span of the corpus becomes the words that it overlaps; what no word boundary fits is
counted and printed.
"""

import argparse
import json
import pickle
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy

import features
import texts

ENTITY_SETS = {"conll-train": "ner/conll2003/train.iob2", "conll-dev": "ner/conll2003/dev.iob2",
               "uner-train": "ner/uner_ewt/train.iob2", "uner-dev": "ner/uner_ewt/dev.iob2"}
ATTRIBUTION_SETS = {"polnear-train": "attribution/train", "polnear-dev": "attribution/dev"}
PLAIN_SETS = {"gum-train": "gum/train"}  # text only: what teachers say of it is learned
ENTITY_TYPES = ("PER", "ORG", "LOC", "MISC")
ENTITY_LABELS = ("O",) + tuple(f"{p}-{t}" for t in ENTITY_TYPES for p in "BIES")
ROLES = ("source", "cue", "content")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
UNKNOWN = -1
LONGEST = 256


@dataclass
class Piece:
    """Up to LONGEST words of one paragraph.

    places: code points of each word in the file; entities: a label a word or None; roles: three
    rows of OUTSIDE, BEGIN, INSIDE (UNKNOWN: not to be learned) or None; links: (cue's first
    word, words of its source, words of its content), the words as sorted tuples; soft: what
    teachers think (see soft.py) or None.
    """

    set: str
    file: str
    columns: numpy.ndarray
    places: numpy.ndarray
    entities: numpy.ndarray | None = None
    roles: numpy.ndarray | None = None
    links: list = field(default_factory=list)
    soft: tuple | None = None


def cuts(words):
    """Where a paragraph is cut: [(begin, end)], before the last first word in the second half of
    LONGEST words, else after LONGEST words."""
    begin, found = 0, []
    while len(words) - begin > LONGEST:
        firsts = [i for i in range(begin + LONGEST // 2, begin + LONGEST + 1) if words[i][3]]
        end = firsts[-1] if firsts else begin + LONGEST
        found.append((begin, end))
        begin = end
    return found + [(begin, len(words))]


def overlapping(places, begin, end):
    """(first, last + 1) of the words that share a character with [begin, end)."""
    first = int(numpy.searchsorted(places[:, 1], begin, side="right"))
    return first, max(first, int(numpy.searchsorted(places[:, 0], end, side="left")))


def pieces(name, document, text, rows):
    """The unlabelled pieces of one line of words_json."""
    for paragraph in document["paragraphs"]:
        words = paragraph["words"]
        if not words:
            continue
        spelled = [(text[begin:end], *rest) for begin, end, *rest in words]
        columns = features.paragraph(spelled, rows)
        places = numpy.array([word[:2] for word in words], numpy.int32)
        for begin, end in cuts(words):
            yield Piece(name, document["file"], columns[begin:end], places[begin:end])


def fits(piece, first, last, begin, end):
    """Whether the words begin and end where the span does, quotation marks and space aside."""
    return piece.places[first, 0] >= begin and piece.places[last - 1, 1] <= end


def label_entities(piece, entities, counts):
    """Writes the entities that lie in the piece; longer ones first."""
    piece.entities = numpy.zeros(len(piece.places), numpy.int64)
    for begin, end, kind in sorted(entities, key=lambda e: e[0] - e[1]):
        first, last = overlapping(piece.places, begin, end)
        if first == last:
            continue
        counts["placed"] += 1
        if not fits(piece, first, last, begin, end):
            counts["a word reaches over the edge"] += 1
        if piece.entities[first:last].any():
            counts["two in one word"] += 1
            continue
        labels = ["I"] * (last - first)
        labels[0], labels[-1] = "B", "E"
        if len(labels) == 1:
            labels = ["S"]
        piece.entities[first:last] = [ENTITY_LABELS.index(f"{p}-{kind}") for p in labels]


def spans_in(piece, ranges):
    """Word spans of the ranges in the piece; ranges between which no word stands are one."""
    found = []
    for begin, end in sorted(ranges):
        first, last = overlapping(piece.places, begin, end)
        if first == last:
            continue
        if found and found[-1][1] == first and begin - found[-1][3] <= 2:
            found[-1] = (found[-1][0], last, found[-1][2], end)
        else:
            found.append((first, last, begin, end))
    return found


def label_role(row, spans, counts, role):
    """Writes a role's spans into its row; longer ones first, what overlaps is left out."""
    for first, last in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if row[first:last].any():
            counts[f"{role}: overlaps another"] += 1
            continue
        row[first] = BEGIN
        row[first + 1:last] = INSIDE


def label_attributions(piece, gold, counts):
    """Writes roles and links; words in regions that are no part of the article are UNKNOWN."""
    piece.roles = numpy.zeros((3, len(piece.places)), numpy.int64)
    collected = {role: [] for role in ROLES}
    for attribution in gold["attributions"]:
        spans = {}
        for role in ROLES:
            spans[role] = spans_in(piece, attribution[role])
            for first, last, begin, end in spans[role]:
                counts[f"{role}: placed"] += 1
                if not fits(piece, first, last, begin, end):
                    counts[f"{role}: a word reaches over the edge"] += 1
            collected[role] += [span[:2] for span in spans[role]]
        if spans["cue"]:
            linked = [tuple(i for span in spans[role] for i in range(*span[:2]))
                      for role in ("source", "content")]
            piece.links.append((spans["cue"][0][0], *linked))
    for role, row in zip(ROLES, piece.roles):
        label_role(row, collected[role], counts, role)
    for begin, end in gold["discard"]:
        first, last = overlapping(piece.places, begin, end)
        piece.roles[:, first:last] = UNKNOWN


def read_words(folder, name):
    """The documents of FOLDER/SET.jsonl with their texts."""
    with open(folder / f"{name}.jsonl", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            with open(document["file"], encoding="utf-8", newline="") as file:
                yield document, file.read()


def report(name, counts):
    print(f"{name}: " + ", ".join(f"{what} {n}" for what, n in sorted(counts.items())))


def entity_pieces(name, corpora, folder, rows):
    counts = Counter()
    gold = [entities for _, entities in texts.documents(corpora / ENTITY_SETS[name])]
    for (document, text), entities in zip(read_words(folder, name), gold, strict=True):
        counts["entities"] += len(entities)
        for piece in pieces(name, document, text, rows):
            label_entities(piece, entities, counts)
            counts["words"] += len(piece.places)
            yield piece
    report(name, counts)


def attribution_pieces(name, corpora, folder, rows):
    counts = Counter()
    for document, text in read_words(folder, name):
        gold_file = Path(document["file"]).with_suffix(".json").name
        gold = json.loads((corpora / ATTRIBUTION_SETS[name] / gold_file).read_text("utf-8"))
        for attribution in gold["attributions"]:
            for role in ROLES:
                counts[f"{role}: ranges"] += len(attribution[role])
        for piece in pieces(name, document, text, rows):
            label_attributions(piece, gold, counts)
            counts["words"] += len(piece.places)
            yield piece
    report(name, counts)


def plain_pieces(name, folder, rows):
    for document, text in read_words(folder, name):
        yield from pieces(name, document, text, rows)


def word_rows(vectors):
    """Lower-case word to row of the vector table."""
    lines = (vectors / "words.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return {word: row for row, word in enumerate(lines, 1)}


def write_texts(corpora, folder):
    for name, path in ENTITY_SETS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for i, (text, _) in enumerate(texts.documents(corpora / path)):
            (folder / name / f"{i:05}.txt").write_text(text, encoding="utf-8", newline="")
    for name, path in PLAIN_SETS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file in (corpora / path).glob("*.conllu"):
            text = texts.running_text(file.read_text(encoding="utf-8"))
            (folder / name / f"{file.stem}.txt").write_text(text, encoding="utf-8", newline="")
    for name, path in ATTRIBUTION_SETS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file in (corpora / path).glob("*.txt"):
            shutil.copy(file, folder / name)


def write_pieces(corpora, folder, vectors):
    rows = word_rows(vectors)
    found = {}
    for name in ENTITY_SETS:
        found[name] = list(entity_pieces(name, corpora, folder, rows))
    for name in ATTRIBUTION_SETS:
        found[name] = list(attribution_pieces(name, corpora, folder, rows))
    for name in PLAIN_SETS:
        found[name] = list(plain_pieces(name, folder, rows))
    with open(folder / "pieces.pickle", "wb") as file:
        pickle.dump(found, file)


def load(folder):
    """{set: [Piece]}."""
    with open(Path(folder) / "pieces.pickle", "rb") as file:
        return pickle.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["texts", "pieces"])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("vectors", type=Path, nargs="?")
    args = parser.parse_args()
    if args.step == "texts":
        write_texts(args.corpora, args.folder)
    else:
        # Under its module name, so that the pickle can be read by the other programs.
        import data
        data.write_pieces(args.corpora, args.folder, args.vectors)


if __name__ == "__main__":
    main()
