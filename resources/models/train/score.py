# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact spans, counted on words, and links between given spans; figures in percent.

    python3 score.py FOLDER VECTORS WEIGHTS    (dev sets of FOLDER/pieces.pickle)

A span is right if its first and last word and its type are. entities: micro F1 over PER, ORG and
LOC (and over all four types where the corpus has them). roles: F1 of source, cue, content.
links: of the gold cues, how often the best of the piece's gold sources is theirs; of the gold
contents, how often the best cue is theirs.
"""

import argparse

import numpy
import torch

import batches
import data
import model as tagger

THREE = ("PER", "ORG", "LOC")


def entity_spans(labels):
    """{(first, last, type)} of label numbers."""
    found, start = set(), 0
    for i, number in enumerate(labels):
        label = data.ENTITY_LABELS[number]
        if label[0] in "BS":
            start = i
        if label[0] in "ES":
            found.add((start, i, label[2:]))
    return found


def role_spans(labels):
    """{(first, last)} of outside, begin, inside."""
    found, start = set(), None
    for i, label in enumerate([*labels, data.OUTSIDE]):
        if start is not None and label != data.INSIDE:
            found.add((start, i - 1))
            start = None
        if label == data.BEGIN or (label == data.INSIDE and start is None):
            start = i
    return found


def f1(gold, predicted):
    """In percent, of two lists of sets."""
    right = sum(len(g & p) for g, p in zip(gold, predicted))
    return 200 * right / max(1, sum(map(len, gold)) + sum(map(len, predicted)))


@torch.no_grad()
def outputs_of(net, pieces):
    """The network's outputs, float [words, OUTPUTS] a piece, in the order of the pieces."""
    net.eval()
    found = [None] * len(pieces)
    for numbers in batches.by_length(pieces, 8192):
        batch = net.batch([pieces[i] for i in numbers])
        for i, out, length in zip(numbers, net.read(batch), batch.lengths):
            found[i] = out[:length].clone()
    return found


def decode(chain, emissions):
    """Best label sequences of a list of [words, labels], as arrays."""
    order = sorted(range(len(emissions)), key=lambda i: len(emissions[i]))
    found = [None] * len(emissions)
    for begin in range(0, len(order), 512):
        numbers = order[begin:begin + 512]
        lengths = torch.tensor([len(emissions[i]) for i in numbers])
        padded = torch.nn.utils.rnn.pad_sequence([emissions[i] for i in numbers], True)
        for i, path, length in zip(numbers, chain.best(padded, lengths), lengths):
            found[i] = path[:length].cpu().numpy()
    return found


def entity_figures(net, pieces):
    """F1 over PER, ORG and LOC, and over all types."""
    outputs = outputs_of(net, pieces)
    paths = decode(net.entity_chain, [net.entities(out) for out in outputs])
    gold, predicted = [[entity_spans(x) for x in group]
                       for group in ([piece.entities for piece in pieces], paths)]
    three = [[{s for s in spans if s[2] in THREE} for spans in group]
             for group in (gold, predicted)]
    return f1(*three), f1(gold, predicted)


def mean_links(scores, spans):
    """[cues, spans]: mean score of the spans' words, as numpy."""
    return numpy.stack([scores[:, list(span)].mean(1).cpu().numpy() for span in spans], 1)


@torch.no_grad()
def link_hits(net, piece, out):
    """((right, all) of sources, (right, all) of contents) of a piece."""
    hits = [[0, 0], [0, 0]]
    if not piece.links:
        return hits
    cues = torch.tensor([cue for cue, _, _ in piece.links])
    scores = net.link_scores(out.unsqueeze(0), torch.zeros_like(cues), cues)
    for kind in (0, 1):
        own = [link[1 + kind] for link in piece.links]
        spans = sorted({span for span in own if span})
        if not spans:
            continue
        best = mean_links(scores[kind], spans)
        if kind == 0:
            pairs = [(spans[best[i].argmax()], span) for i, span in enumerate(own) if span]
            hits[0] = [sum(a == b for a, b in pairs), len(pairs)]
        else:
            chosen = [own[best[:, j].argmax()] == span for j, span in enumerate(spans)]
            hits[1] = [sum(chosen), len(chosen)]
    return hits


def attribution_figures(net, pieces):
    """{role: F1, "source link", "content link": right, in percent}."""
    outputs, figures = outputs_of(net, pieces), {}
    for number, role in enumerate(data.ROLES):
        paths = decode(net.role_chains[number], [net.roles(out, number) for out in outputs])
        known = [piece.roles[number] != data.UNKNOWN for piece in pieces]
        gold = [role_spans(piece.roles[number] * k) for piece, k in zip(pieces, known)]
        figures[role] = f1(gold, [role_spans(path * k) for path, k in zip(paths, known)])
    hits = numpy.array([link_hits(net, piece, out) for piece, out in zip(pieces, outputs)]).sum(0)
    for name, (right, count) in zip(("source link", "content link"), hits):
        figures[name] = 100 * right / max(1, count)
    return figures


def figures(net, sets):
    """All dev figures."""
    conll, conll_all = entity_figures(net, sets["conll-dev"])
    uner, _ = entity_figures(net, sets["uner-dev"])
    return {"conll": conll, "conll 4 types": conll_all, "uner": uner,
            **attribution_figures(net, sets["polnear-dev"])}


def worded(found):
    return ", ".join(f"{name} {value:.1f}" for name, value in found.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("vectors")
    parser.add_argument("weights")
    args = parser.parse_args()
    net = tagger.Tagger(batches.vectors(args.vectors))
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    print(worded(figures(net, data.load(args.folder))))


if __name__ == "__main__":
    main()
