# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several teachers think of every word, together.

    python3 soft.py FOLDER VECTORS NAME TEACHERS

Reads FOLDER/teacher-FOLD.think for every fold (see teacher.py). Of a document that has labels a
teacher's word counts only if it has not learned from it; of all others, and where a corpus says
nothing, the mean of all counts. Writes FOLDER/NAME.pickle: for the training pieces of each set, in
their order, probabilities times 255 as bytes, of the entity labels [words, labels] and of outside,
begin, inside of the three roles [3, words, 3], and the best sequences of both. Prints the dev
figures of the teachers' mean.
"""

import argparse
import pickle
from pathlib import Path

import numpy
import torch

import batches
import data
import model as tagger
import score


def fold_of(pieces, folds):
    """{file: the fold whose teacher does not learn from it}."""
    files = sorted({piece.file for piece in pieces})
    return {file: i % folds for i, file in enumerate(files)}


def together(thoughts, piece, fold):
    """The teachers' mean as (entities, roles); `thoughts` a pair a teacher."""
    entities, roles = (numpy.mean([t[n].astype(numpy.float32) for t in thoughts], 0) / 255
                       for n in (0, 1))
    if piece.entities is not None:
        entities = thoughts[fold][0] / numpy.float32(255)
    if piece.roles is not None:
        roles = thoughts[fold][1] / numpy.float32(255)
    return entities, roles


def logs(probabilities):
    table = torch.from_numpy(numpy.log(numpy.maximum(probabilities, 1e-4))).float()
    return table.to(torch.get_default_device())


def best(net, thoughts):
    """[(entity labels, three rows of role labels)] by the rules of the chains alone."""
    entities = score.decode(net.entity_chain, [logs(e) for e, _ in thoughts])
    roles = [score.decode(chain, [logs(r[n]) for _, r in thoughts])
             for n, chain in enumerate(net.role_chains)]
    return [(e.astype(numpy.int8), numpy.stack(rows).astype(numpy.int8))
            for e, *rows in zip(entities, *roles, strict=True)]


def rounded(probabilities):
    return numpy.rint(probabilities * 255).astype(numpy.uint8)


def put(folder, name, sets):
    """Gives the training pieces what is in FOLDER/NAME.pickle."""
    with open(folder / f"{name}.pickle", "rb") as file:
        for set_name, thoughts in pickle.load(file).items():
            for piece, own in zip(sets[set_name], thoughts, strict=True):
                piece.soft = own


def read(folder, teachers):
    """A teacher's thoughts after the other, each {set: [(entities, roles)]}."""
    for fold in range(teachers):
        with open(folder / f"teacher-{fold}.think", "rb") as file:
            yield pickle.load(file)


def figures(paths, sets):
    """The dev figures of given label sequences."""
    found = {}
    for name in ("conll", "uner"):
        pieces = sets[f"{name}-dev"]
        spans = [[{s for s in score.entity_spans(x) if s[2] in score.THREE} for x in group]
                 for group in ([p.entities for p in pieces],
                               [path for path, _ in paths[f"{name}-dev"]])]
        found[name] = score.f1(*spans)
    pieces = sets["polnear-dev"]
    for n, role in enumerate(data.ROLES):
        known = [piece.roles[n] != data.UNKNOWN for piece in pieces]
        gold = [score.role_spans(p.roles[n] * k) for p, k in zip(pieces, known)]
        own = [score.role_spans(rows[n] * k) for (_, rows), k in zip(paths["polnear-dev"], known)]
        found[role] = score.f1(gold, own)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("name")
    parser.add_argument("teachers", type=int)
    args = parser.parse_args()
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")
    sets = data.load(args.folder)
    net = tagger.Tagger(batches.vectors(args.vectors))
    thoughts = list(read(args.folder, args.teachers))
    found, paths = {}, {}
    for name, pieces in sets.items():
        is_dev = name.endswith("dev")
        folds = fold_of(pieces, args.teachers)
        mean = [together([t[name][i] for t in thoughts],
                         data.Piece(name, piece.file, None, None) if is_dev else piece,
                         folds[piece.file]) for i, piece in enumerate(pieces)]
        paths[name] = best(net, mean)
        if not is_dev:
            found[name] = [(rounded(entities), rounded(roles), *path)
                           for (entities, roles), path in zip(mean, paths[name], strict=True)]
    print("the teachers' mean: " + score.worded(figures(paths, sets)))
    with open(args.folder / f"{args.name}.pickle", "wb") as file:
        pickle.dump(found, file)


if __name__ == "__main__":
    main()
