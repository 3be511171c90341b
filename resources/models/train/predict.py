# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dev sets as the program's JSON, by the network and the plainest joining of its spans.

    python3 predict.py FOLDER VECTORS WEIGHTS SET > SET.jsonl

Each content goes to the cue that scores best for it, each cue takes the source that scores best
if its score is above -1. Quotation marks that touch a content are put to it. The program does
better than this: it has rules for quotations, and whole documents.
"""

import argparse
import json
from pathlib import Path

import torch

import batches
import data
import model as tagger
import score

OPENING, CLOSING = "\"\u201c\u2018'`", "\"\u201d\u2019'"
LEAST_SOURCE = -1.0


def widened(text, begin, end):
    """The range with the quotation marks that touch it."""
    while begin > 0 and text[begin - 1] in OPENING:
        begin -= 1
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return [begin, end]


def place(piece, span):
    return [int(piece.places[span[0], 0]), int(piece.places[span[1], 1])]


def mean(scores, span):
    return scores[span[0]:span[1] + 1].mean().item()


@torch.no_grad()
def attributions(net, piece, out, spans, text):
    """Of the piece's spans, {role: sorted spans}."""
    cues = spans["cue"]
    found = [{"source": [], "cue": [place(piece, cue)], "content": []} for cue in cues]
    if not cues:
        return found
    begins = torch.tensor([cue[0] for cue in cues])
    scores = net.link_scores(out.unsqueeze(0), torch.zeros_like(begins), begins)
    for i, attribution in enumerate(found):
        options = [(mean(scores[0, i], span), span) for span in spans["source"]]
        value, best = max(options, default=(None, None))
        if best and value > LEAST_SOURCE:
            attribution["source"] = [place(piece, best)]
    for span in spans["content"]:
        best = max(range(len(cues)), key=lambda i: mean(scores[1, i], span))
        found[best]["content"].append(widened(text, *place(piece, span)))
    return [attribution for attribution in found if attribution["content"]]


def documents(net, pieces):
    """The program's JSON, a document at a time."""
    outputs = score.outputs_of(net, pieces)
    paths = score.decode(net.entity_chain, [net.entities(out) for out in outputs])
    roles = {role: score.decode(net.role_chains[n], [net.roles(out, n) for out in outputs])
             for n, role in enumerate(data.ROLES)}
    found = {}
    for i, piece in enumerate(pieces):
        if piece.file not in found:
            text = Path(piece.file).read_bytes().decode("utf-8")
            found[piece.file] = text, {"file": Path(piece.file).name, "entities": [],
                                       "attributions": [], "summary": []}
        text, document = found[piece.file]
        for first, last, kind in sorted(score.entity_spans(paths[i])):
            begin, end = place(piece, (first, last))
            document["entities"].append({"start": begin, "end": end, "type": kind,
                                         "text": text[begin:end]})
        spans = {role: sorted(score.role_spans(roles[role][i])) for role in data.ROLES}
        document["attributions"] += attributions(net, piece, outputs[i], spans, text)
    return [document for _, document in found.values()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "vectors", "weights", "set"):
        parser.add_argument(name)
    args = parser.parse_args()
    net = tagger.Tagger(batches.vectors(args.vectors))
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    for document in documents(net, data.load(args.folder)[args.set]):
        print(json.dumps(document, ensure_ascii=False))


if __name__ == "__main__":
    main()
