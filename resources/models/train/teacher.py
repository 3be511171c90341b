# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a large network to teach the tagger, and lets it label all texts.

    python3 teacher.py FOLDER VECTORS ENCODER FOLD TEACHERS [--epochs 5]

ENCODER is the folder of a pretrained encoder (see encoder.py). The teacher reads up to PACK words
of several paragraphs at once. It learns from all training documents but every TEACHERS-th one,
beginning with number FOLD (soft.py says what for). FOLDER/teacher-FOLD.pt is where a run that was
stopped goes on. FOLDER/teacher-FOLD.think has, for the pieces of each set in their order, what it
thinks of every word: probabilities times 255 as bytes, of the entity labels [words, labels] and of
outside, begin, inside of the three roles [3, words, 3].
"""

import argparse
import pickle
import time
from pathlib import Path

import numpy
import torch

import batches
import data
import encoder
import model as tagger
import score
import soft
import train

PACK = 256
MOST_PIECES = 500
BATCH_WORDS = 3072
ENCODER_RATE, RATE = 1e-4, 1.5e-3


class Pack(data.Piece):
    """Consecutive pieces of one file as one. sizes: words of each; pieces: word pieces of the
    encoder, a tuple a word."""


def pack(some, cut, texts):
    """The pieces `some` as one."""
    first = some[0]
    merged = Pack(first.set, first.file, numpy.concatenate([p.columns for p in some]),
                  numpy.concatenate([p.places for p in some]))
    if first.entities is not None:
        merged.entities = numpy.concatenate([p.entities for p in some])
    if first.roles is not None:
        merged.roles = numpy.concatenate([p.roles for p in some], 1)
    merged.sizes = [len(p.places) for p in some]
    at = 0
    for piece in some:
        merged.links += [(cue + at, tuple(w + at for w in source), tuple(w + at for w in content))
                         for cue, source, content in piece.links]
        at += len(piece.places)
    text = texts[first.file]
    merged.pieces = [cut.of_word(text[begin:end]) for begin, end in merged.places]
    return merged


def packs(pieces, cut):
    """The pieces of a set, in order, as packs."""
    texts, found, some = {}, [], []
    for piece in pieces:
        if piece.file not in texts:
            texts = {piece.file: Path(piece.file).read_bytes().decode("utf-8"), **texts}
        words = sum(len(p.places) for p in some) + len(piece.places)
        if some and (piece.file != some[0].file or words > PACK):
            found.append(pack(some, cut, texts))
            some = []
        some.append(piece)
    return found + [pack(some, cut, texts)] if some else found


class Batch(batches.Batch):
    """With the encoder's word pieces and whose they are."""

    def _read(self, some):
        super()._read(some)
        words = self.columns.shape[1]
        rows = []
        for item in some:
            row = [(i, n) for n, own in enumerate(item.pieces) for i in own][:MOST_PIECES]
            rows.append([(Batch.begin, words), *row, (Batch.end, words)])
        longest = -(-max(map(len, rows)) // 16) * 16
        filled = [row + [(0, words)] * (longest - len(row)) for row in rows]
        self.pieces, self.owner = torch.tensor(filled).unbind(2)


class Teacher(tagger.Tagger):
    """The tagger's inputs and heads around the encoder."""

    batch = Batch

    def __init__(self, vectors, folder):
        super().__init__(vectors)
        self.encoder = encoder.Encoder(folder)
        inputs = vectors.shape[1] + sum(size for _, size in tagger.EMBEDDINGS) + 16
        self.first = tagger.Layer(inputs + self.encoder.width)
        self.second = None
        self.input_dropout = tagger.Dropout(0.2)

    def read(self, batch):
        columns = batch.columns.transpose(0, 1)
        x = self.embed(self.vectors[columns[..., 0]], columns[..., 1:])
        with torch.autocast(columns.device.type, torch.bfloat16, enabled=self.half):
            known = self.encoder(batch.pieces, batch.owner, batch.columns.shape[1])
            x = torch.cat([x, known.transpose(0, 1)], 2)
            x = self.first(self.input_dropout(x), batch.lengths)
        return self.heads(self.dropout(x.float())).transpose(0, 1)


def marginals(chain, emissions, lengths):
    """Probability of each label of each word, [batch, time, labels]: the slope of the chain's
    total over its emissions."""
    emissions = emissions.detach().requires_grad_()
    chain.total(emissions, lengths).sum().backward()
    return emissions.grad


def rounded(probabilities):
    return soft.rounded(probabilities.cpu().numpy())


def think(net, some):
    """(entities, roles) of every piece of the packs, in order."""
    net.eval()
    found = [None] * len(some)
    for numbers in batches.by_length(some, 8192):
        batch = Batch([some[i] for i in numbers])
        with torch.no_grad():
            out = net.read(batch)
        entities = rounded(marginals(net.entity_chain, net.entities(out), batch.lengths))
        roles = rounded(torch.stack([marginals(chain, net.roles(out, n), batch.lengths)
                                     for n, chain in enumerate(net.role_chains)]))
        for row, i in enumerate(numbers):
            n = int(batch.lengths[row])
            found[i] = entities[row, :n], roles[:, row, :n]
    pieces = []
    for (entities, roles), item in zip(found, some, strict=True):
        at = 0
        for size in item.sizes:
            pieces.append((entities[at:at + size], roles[:, at:at + size]))
            at += size
    return pieces


class Run(train.Run):
    """The encoder learns at a rate of its own, every chain from the second epoch on."""

    def groups(self, net):
        own = [p for name, p in net.named_parameters() if name.startswith("encoder")]
        chain = [p for name, p in net.named_parameters() if "chain" in name]
        rest = [p for name, p in net.named_parameters()
                if "chain" not in name and not name.startswith("encoder")]
        return [{"params": rest, "times": RATE / train.RATE},
                {"params": chain, "times": 3 * RATE / train.RATE},
                {"params": own, "times": ENCODER_RATE / train.RATE}]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "vectors", "encoder"):
        parser.add_argument(name, type=Path)
    parser.add_argument("fold", type=int)
    parser.add_argument("teachers", type=int)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--half", action="store_true",
                        help="bfloat16: quicker on processors that have it")
    parser.add_argument("--limit", type=int, help="pieces of each set, to try things out")
    args = parser.parse_args()
    args.epochs, args.chain_epochs = 1, args.epochs - 1
    args.name, args.batch_words, args.mean = f"teacher-{args.fold}", BATCH_WORDS, 0.995
    args.rate, args.gold, args.twice = train.RATE, 1, []
    torch.set_default_device(train.device())
    torch.manual_seed(train.SEED + args.fold)
    cut = encoder.Pieces(args.encoder)
    Batch.begin, Batch.end = cut.begin, cut.end
    all_sets = {name: packs(pieces[:args.limit], cut)
                for name, pieces in data.load(args.folder).items()}
    sets = {name: left_out(some, args) if name.endswith("train") else some
            for name, some in all_sets.items() if name not in data.PLAIN_SETS}
    net = Teacher(batches.vectors(args.vectors), args.encoder).to(train.device())
    net.half = args.half
    run = Run(net, sets, args.folder, args)
    run.restore()
    run.go_on()
    begin = time.time()
    thoughts = {name: think(run.mean, some) for name, some in all_sets.items()}
    with open(args.folder / f"{args.name}.think", "wb") as file:
        pickle.dump(thoughts, file)
    print(f"labelled in {time.time() - begin:.0f} s")


def left_out(some, args):
    """Without the documents of the teacher's own fold."""
    folds = soft.fold_of(some, args.teachers)
    return [item for item in some if folds[item.file] != args.fold]


if __name__ == "__main__":
    main()
