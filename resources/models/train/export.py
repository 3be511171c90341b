# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what the program loads, and checks that it says what the trained network says.

    python3 export.py FOLDER VECTORS WEIGHTS TARGET

TARGET/tagger.onnx (8 bits), tagger.json, vectors.bin and words.txt are described in
resources/models/README.md; FOLDER/tagger-f32.onnx is the same network before rounding. Prints how
often labels agree, the dev figures of the rounded network and its speed.
"""

import argparse
import json
import shutil
import time
from pathlib import Path

import numpy
# Before onnxruntime: in Debian the two share a library, and the later one finds operators that it
# does not know.
import onnx.reference  # noqa: F401
import onnxruntime
import torch
from onnxruntime import quantization
from torch import nn

import batches
import data
import features
import model as tagger
import score

INPUTS, OUTPUT = ["vectors", "columns"], "scores"


class Exported(nn.Module):
    """The tagger for one piece: vectors float [time, dimensions] and columns [time, 8] (the
    features without their first) to [time, OUTPUTS]. Without padding nothing is flipped."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        self.first, self.second = joined(net.first), joined(net.second)

    def forward(self, vectors, columns):
        x = self.net.embed(vectors, columns).unsqueeze(1)
        return self.net.heads(self.second(self.first(x)[0])[0]).squeeze(1)


def joined(layer):
    """The two directions of a layer as one LSTM."""
    lstm = nn.LSTM(layer.ahead.input_size, layer.ahead.hidden_size, bidirectional=True)
    with torch.no_grad():
        for name, values in layer.ahead.named_parameters():
            getattr(lstm, name).copy_(values)
        for name, values in layer.back.named_parameters():
            getattr(lstm, name + "_reverse").copy_(values)
    return lstm


def write_network(net, plain, rounded):
    """`rounded`: 8-bit weights of 7 bits' range, so that no processor's 16-bit sums overflow and
    all compute the same."""
    example = (torch.zeros(7, net.vectors.shape[1]),
               torch.zeros(7, features.COLUMNS - 1, dtype=torch.int64))
    torch.onnx.export(Exported(net).eval(), example, plain, input_names=INPUTS,
                      output_names=[OUTPUT], opset_version=17, dynamo=False,
                      dynamic_axes={name: {0: "time"} for name in [*INPUTS, OUTPUT]})
    quantization.quantize_dynamic(plain, rounded, per_channel=True, reduce_range=True,
                                  weight_type=quantization.QuantType.QInt8)


def chain_tables(chain):
    """Tables of a chain for JSON; what is not allowed is far below zero."""
    names = ("scores", "start", "end")
    return {name: numpy.round(table.detach().numpy().astype(float), 4).tolist()
            for name, table in zip(names, chain.tables())}


def write_settings(net, path):
    settings = {
        "version": 1,
        "entityLabels": data.ENTITY_LABELS,
        "roles": data.ROLES,
        "longestPiece": data.LONGEST,
        "hashSizes": features.HASH_SIZES,
        "linkValues": tagger.LINK,
        "linkReach": tagger.REACH,
        "distance": numpy.round(net.distance.detach().numpy().astype(float), 4).tolist(),
        "entityChain": chain_tables(net.entity_chain),
        "roleChains": [chain_tables(chain) for chain in net.role_chains],
    }
    path.write_text(json.dumps(settings) + "\n", encoding="utf-8")


def write_vectors(folder, target):
    """vectors.bin: "NGV1", rows and dimensions as uint32, a float32 scale a dimension, the rows
    as int8; all little-endian."""
    table = numpy.load(folder / "vectors.npz")
    rows, scale = table["rows"], table["scale"]
    with open(target / "vectors.bin", "wb") as file:
        file.write(b"NGV1" + numpy.array(rows.shape, "<u4").tobytes())
        file.write(scale.astype("<f4").tobytes() + rows.tobytes())
    shutil.copy(folder / "words.txt", target / "words.txt")


class Session:
    """The written network in place of the trained one: it has its chains and links."""

    def __init__(self, net, path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), options)
        self.vectors = net.vectors.numpy()

    def __call__(self, piece):
        columns = piece.columns.astype(numpy.int64)
        inputs = {INPUTS[0]: self.vectors[columns[:, 0]], INPUTS[1]: columns[:, 1:]}
        return torch.from_numpy(self.session.run(None, inputs)[0])


def labels(net, outputs):
    """[labels of entities, source, cue, content], each all words of all pieces in a row."""
    chains = [(net.entity_chain, net.entities)]
    chains += [(net.role_chains[n], lambda out, n=n: net.roles(out, n)) for n in range(3)]
    return [numpy.concatenate(score.decode(chain, [part(out) for out in outputs]))
            for chain, part in chains]


def compare(net, session, pieces, name):
    """Prints the share of words with the same labels, and words a second on one thread."""
    trained = score.outputs_of(net, pieces)
    begin = time.perf_counter()
    written = [session(piece) for piece in pieces]
    seconds = time.perf_counter() - begin
    same = [(a == b).mean() for a, b in zip(labels(net, trained), labels(net, written))]
    words = sum(len(piece.places) for piece in pieces)
    parts = zip(("entities", *data.ROLES), same)
    print(f"{name}: the same labels: " + ", ".join(f"{what} {s:.2%}" for what, s in parts)
          + f"; {words / seconds:,.0f} words/s on one thread", flush=True)
    return written


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "vectors", "weights", "target"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    net = tagger.Tagger(batches.vectors(args.vectors)).eval()
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    args.target.mkdir(parents=True, exist_ok=True)
    plain, rounded = args.folder / "tagger-f32.onnx", args.target / "tagger.onnx"
    write_network(net, plain, rounded)
    write_settings(net, args.target / "tagger.json")
    write_vectors(args.vectors, args.target)
    sets = data.load(args.folder)
    pieces = sets["polnear-dev"] + sets["conll-dev"]
    compare(net, Session(net, plain), pieces[::4], "float")
    session = Session(net, rounded)
    compare(net, session, pieces, "8 bits")
    # The scores of the rounded network, by the same functions.
    score.outputs_of = lambda _, some: [session(piece) for piece in some]
    print("8 bits: " + score.worded(score.figures(net, sets)))


if __name__ == "__main__":
    main()
