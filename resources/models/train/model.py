# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger: words in context to entities, roles of attribution and links between them.

Word vectors and hashed embeddings -> two bidirectional LSTM layers -> one linear layer whose
outputs are, for each word,

  0-16     entity labels (data.ENTITY_LABELS)
  17-25    outside, begin, inside of source, cue, content
  26-281   four vectors of LINK values: as a cue looking for its source, as a word of a source,
           as a cue looking for its content, as a word of a content

How well word w belongs to the source of the cue that begins at c: the product of the first two
vectors, of c and of w, over the root of LINK, plus distance[0][clip(w - c, -32, 32) + 32]; for
content the last two and distance[1]. Above 0: more likely than not.
"""

import math

import torch
from torch import nn

import batches
import chains
import data
import features

HIDDEN = 160
LINK = 64
REACH = 32
EMBEDDINGS = (("word", 32), ("prefix2", 16), ("prefix3", 24), ("suffix2", 16), ("suffix3", 24),
              ("shape", 16))
ENTITY = len(data.ENTITY_LABELS)
ROLE = 3
OUTPUTS = ENTITY + 3 * ROLE + 4 * LINK


def flip(x, lengths):
    """Each sequence backwards within its length; x [time, batch, values]."""
    time = torch.arange(x.shape[0]).unsqueeze(1)
    index = torch.where(time < lengths, lengths - 1 - time, time)
    return x.gather(0, index.unsqueeze(2).expand_as(x))


class Dropout(nn.Module):
    """Drops the same values of all words of a sequence; x [time, batch, values]."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.empty(x.shape[1:], device=x.device).bernoulli_(1 - self.share) / (1 - self.share)
        return x * kept.to(x.dtype)


class Layer(nn.Module):
    """A bidirectional LSTM layer. Padded sequences are flipped by length: far quicker than
    packing them on a CPU."""

    def __init__(self, inputs):
        super().__init__()
        self.ahead = nn.LSTM(inputs, HIDDEN)
        self.back = nn.LSTM(inputs, HIDDEN)
        for lstm in (self.ahead, self.back):
            nn.init.orthogonal_(lstm.weight_hh_l0)
            nn.init.xavier_uniform_(lstm.weight_ih_l0)
            with torch.no_grad():
                lstm.bias_ih_l0.zero_()
                lstm.bias_hh_l0.zero_()
                lstm.bias_ih_l0[HIDDEN:2 * HIDDEN] = 1  # remember at first

    def forward(self, x, lengths):
        return torch.cat([self.ahead(x)[0],
                          flip(self.back(flip(x, lengths))[0], lengths)], 2)


class Tagger(nn.Module):
    """vectors: float [rows, dimensions], frozen and not part of the state."""

    batch = batches.Batch

    def __init__(self, vectors):
        super().__init__()
        self.register_buffer("vectors", vectors, persistent=False)
        self.embeddings = nn.ModuleList(
            nn.Embedding(features.HASH_SIZES[name], size) for name, size in EMBEDDINGS)
        self.case = nn.Embedding(features.CASES, 8)
        self.flags = nn.Embedding(features.FLAGS, 8)
        for table in [*self.embeddings, self.case, self.flags]:
            nn.init.normal_(table.weight, std=0.3)
        inputs = vectors.shape[1] + sum(size for _, size in EMBEDDINGS) + 16
        self.first, self.second = Layer(inputs), Layer(2 * HIDDEN)
        self.heads = nn.Linear(2 * HIDDEN, OUTPUTS)
        self.distance = nn.Parameter(torch.zeros(2, 2 * REACH + 1))
        self.half = False  # trains the LSTMs with bfloat16 products
        self.input_dropout, self.dropout = Dropout(0.3), Dropout(0.4)
        self.entity_chain = chains.Chain(chains.entity_rules(data.ENTITY_LABELS))
        self.role_chains = nn.ModuleList(chains.Chain(chains.role_rules()) for _ in range(3))

    def embed(self, vectors, columns):
        """Input of the first layer; vectors [..., dimensions], columns [..., 8]: the features
        without their first."""
        parts = [table(columns[..., i]) for i, table in enumerate(self.embeddings)]
        known = self.hide(parts, columns) if self.training else 1
        return torch.cat([vectors * known, *parts, self.case(columns[..., 6]),
                          self.flags(columns[..., 7])], -1)

    def hide(self, parts, columns):
        """Learns to do without: 12 % of the hashed words and half as many vectors."""
        chance = torch.rand(columns.shape[:-1]).unsqueeze(-1)
        parts[0] = parts[0] * (chance > 0.12)
        return chance > 0.06

    def forward(self, columns, lengths):
        """[batch, time, OUTPUTS] of columns [batch, time, features.COLUMNS]."""
        columns = columns.transpose(0, 1)
        x = self.embed(self.vectors[columns[..., 0]], columns[..., 1:])
        with torch.autocast(columns.device.type, torch.bfloat16,
                            enabled=self.half and self.training):
            x = self.first(self.input_dropout(x), lengths)
            x = self.second(self.dropout(x), lengths)
        return self.heads(self.dropout(x.float())).transpose(0, 1)

    def read(self, batch):
        """[batch, time, OUTPUTS] of a batch."""
        return self(batch.columns, batch.lengths)

    def link_scores(self, outputs, sequences, cues):
        """[2, cues, time]: for source and content, of cue words given by sequence and place."""
        vectors = outputs[..., -4 * LINK:].unflatten(2, (4, LINK))
        place = torch.arange(outputs.shape[1]) - cues.unsqueeze(1)
        distance = self.distance[:, place.clamp(-REACH, REACH) + REACH]
        found = [torch.einsum("nd,ntd->nt", vectors[sequences, cues, 2 * kind],
                              vectors[sequences, :, 2 * kind + 1]) for kind in (0, 1)]
        return torch.stack(found) / math.sqrt(LINK) + distance

    def entities(self, outputs):
        """Scores of the entity labels."""
        return outputs[..., :ENTITY]

    def roles(self, outputs, role):
        """Scores of outside, begin and inside of a role by its number."""
        return outputs[..., ENTITY + ROLE * role:ENTITY + ROLE * (role + 1)]
