# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of similar length put together as tensors."""

import random
from pathlib import Path

import numpy
import torch

import data


def vectors(folder):
    """The word vectors as float [rows, dimensions]."""
    table = numpy.load(Path(folder) / "vectors.npz")
    return torch.from_numpy(table["rows"] * table["scale"])


def by_length(pieces, words, shuffled=None):
    """Lists of piece numbers, each list of about `words` words with padding. `shuffled` (a
    random.Random) mixes pieces of nearly the same length, and the lists."""
    def length(i):
        own = len(pieces[i].places)
        return own * shuffled.uniform(1, 1.15) if shuffled else own
    found, batch, longest = [], [], 0
    for i in sorted(range(len(pieces)), key=length):
        longest = max(longest, padded(len(pieces[i].places)))
        if batch and longest * (len(batch) + 1) > words:
            found.append(batch)
            batch, longest = [], padded(len(pieces[i].places))
        batch.append(i)
    found.append(batch)
    if shuffled:
        shuffled.shuffle(found)
    return found


def padded(length):
    """Few different lengths: oneDNN prepares each shape once."""
    step = 4 if length <= 32 else 8 if length <= 96 else 16
    return -(-length // step) * step


class Batch:
    """On the default device: columns [batch, time, 9], lengths [batch]; entities [batch, time] and roles [3, batch,
    time] with data.UNKNOWN where nothing is to be learned; no_misc [batch]: its corpus does not
    mark MISC; links: sequences, cues [links], targets and weights [2, links, time]. Where teachers
    were asked: soft, probabilities of entity labels [batch, time, labels] and of roles [3, batch,
    time, 3], and paths, the same shapes without their last, of the best sequences."""

    def __init__(self, pieces):
        with torch.device("cpu"):
            self._read(pieces)
        self._move(torch.get_default_device())

    def _move(self, device):
        for name, value in vars(self).items():
            if isinstance(value, torch.Tensor):
                setattr(self, name, value.to(device, non_blocking=True))
            if isinstance(value, tuple):
                setattr(self, name, tuple(part.to(device) for part in value))

    def _read(self, pieces):
        self.lengths = torch.tensor([len(piece.places) for piece in pieces])
        time = padded(int(self.lengths.max()))
        shape = (len(pieces), time)
        self.columns = torch.zeros((*shape, pieces[0].columns.shape[1]), dtype=torch.long)
        self.entities = torch.full(shape, data.UNKNOWN)
        self.roles = torch.full((3, *shape), data.UNKNOWN)
        self.no_misc = torch.tensor([piece.set.startswith("uner") for piece in pieces])
        for i, piece in enumerate(pieces):
            n = len(piece.places)
            self.columns[i, :n] = torch.from_numpy(piece.columns)
            if piece.entities is not None:
                self.entities[i, :n] = torch.from_numpy(piece.entities)
            if piece.roles is not None:
                self.roles[:, i, :n] = torch.from_numpy(piece.roles)
        self._read_links(pieces, time)
        self.soft = self.paths = None
        if pieces[0].soft:
            self._read_soft(pieces, shape)

    def _read_soft(self, pieces, shape):
        entities = torch.zeros(*shape, len(data.ENTITY_LABELS), dtype=torch.uint8)
        roles = torch.zeros(3, *shape, 3, dtype=torch.uint8)
        paths = torch.zeros(shape, dtype=torch.long), torch.zeros(3, *shape, dtype=torch.long)
        for i, piece in enumerate(pieces):
            n = len(piece.places)
            own_entities, own_roles, entity_path, role_paths = map(torch.from_numpy, piece.soft)
            entities[i, :n], roles[:, i, :n] = own_entities, own_roles
            paths[0][i, :n], paths[1][:, i, :n] = entity_path, role_paths
        self.soft, self.paths = (entities, roles), paths

    def _read_links(self, pieces, time):
        """Words that belong to no source (or no content) at all weigh a fifth: the tagger will
        have left them out already."""
        links = [(i, *link) for i, piece in enumerate(pieces) for link in piece.links]
        self.sequences = torch.tensor([link[0] for link in links], dtype=torch.long)
        self.cues = torch.tensor([link[1] for link in links], dtype=torch.long)
        self.targets = torch.zeros(2, len(links), time)
        self.weights = torch.zeros(2, len(links), time)
        for n, (i, _, *words) in enumerate(links):
            length = len(pieces[i].places)
            for kind, role in ((0, 0), (1, 2)):
                self.targets[kind, n, list(words[kind])] = 1
                row = torch.from_numpy(pieces[i].roles[role])
                self.weights[kind, n, :length] = torch.where(row > 0, 1.0, 0.2)
