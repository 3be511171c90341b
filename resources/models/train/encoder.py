# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pretrained encoder for the teacher: all-MiniLM-L6-v2 (BERT, lower case).

`Pieces` cuts words into its word pieces, `Encoder` gives a vector for each word. Both read the
folder with config.json, vocab.txt and model.safetensors.
"""

import json
import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

LONGEST_WORD = 6  # word pieces of one word that are read


class Pieces:
    """Word pieces of words: greedy, longest first, after lower case and without accents."""

    def __init__(self, folder):
        lines = (Path(folder) / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.numbers = {piece: i for i, piece in enumerate(lines)}
        self.begin, self.end = self.numbers["[CLS]"], self.numbers["[SEP]"]
        self.unknown = self.numbers["[UNK]"]
        self.of_word = lru_cache(maxsize=1 << 18)(self._of_word)

    def _of_word(self, word):
        plain = unicodedata.normalize("NFD", word.lower().replace("\u2019", "'"))
        parts, last = [], ""
        for c in plain:
            if unicodedata.category(c) == "Mn":
                continue
            is_letter = unicodedata.category(c)[0] in "LN"
            if is_letter and last:
                parts[-1] += c
            else:
                parts.append(c)
            last = is_letter
        return tuple([i for part in parts for i in self._of_part(part)][:LONGEST_WORD]
                     or [self.unknown])

    def _of_part(self, part):
        found, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at and ("##" if at else "") + part[at:end] not in self.numbers:
                end -= 1
            if end == at:
                return [self.unknown]
            found.append(self.numbers[("##" if at else "") + part[at:end]])
            at = end
        return found


class Block(nn.Module):
    """One layer of BERT."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)

    def drop(self, x):
        return functional.dropout(x, self.dropout, self.training)

    def forward(self, x, mask):
        q, k, v = (part.unflatten(2, (self.heads, -1)).transpose(1, 2)
                   for part in self.qkv(x).chunk(3, 2))
        seen = functional.scaled_dot_product_attention(q, k, v, mask.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """[batch, words, width] of word pieces [batch, time] and the word that each belongs to
    (`owner`, [batch, time]; `words` for those that belong to none)."""

    def __init__(self, folder, dropout=0.1):
        super().__init__()
        config = json.loads((Path(folder) / "config.json").read_text(encoding="utf-8"))
        self.width = config["hidden_size"]
        self.dropout = dropout
        self.words = nn.Embedding(config["vocab_size"], self.width)
        self.places = nn.Embedding(config["max_position_embeddings"], self.width)
        self.norm = nn.LayerNorm(self.width, 1e-12)
        self.blocks = nn.ModuleList(
            Block(self.width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"]))
        self._load(Path(folder) / "model.safetensors")

    def _load(self, path):
        with open(path, "rb") as file:
            head = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
            body = bytearray(file.read())

        def tensor(name):
            begin, end = head[name]["data_offsets"]
            return torch.frombuffer(body[begin:end], dtype=torch.float32).view(head[name]["shape"])

        def pair(prefix, target):
            target.weight.copy_(tensor(prefix + ".weight"))
            target.bias.copy_(tensor(prefix + ".bias"))

        with torch.no_grad():
            self.words.weight.copy_(tensor("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(tensor("embeddings.position_embeddings.weight")
                                     + tensor("embeddings.token_type_embeddings.weight")[0])
            pair("embeddings.LayerNorm", self.norm)
            for i, block in enumerate(self.blocks):
                own = f"encoder.layer.{i}."
                parts = [own + f"attention.self.{name}" for name in ("query", "key", "value")]
                block.qkv.weight.copy_(torch.cat([tensor(p + ".weight") for p in parts]))
                block.qkv.bias.copy_(torch.cat([tensor(p + ".bias") for p in parts]))
                pair(own + "attention.output.dense", block.out)
                pair(own + "attention.output.LayerNorm", block.norm1)
                pair(own + "intermediate.dense", block.up)
                pair(own + "output.dense", block.down)
                pair(own + "output.LayerNorm", block.norm2)

    def forward(self, pieces, owner, words):
        time = pieces.shape[1]
        x = self.norm(self.words(pieces) + self.places.weight[:time])
        x = functional.dropout(x, self.dropout, self.training)
        mask = torch.where(pieces > 0, 0.0, -1e4).to(x.dtype)[:, None, None, :]
        for block in self.blocks:
            x = block(x, mask)
        x = x.float()
        total = x.new_zeros(x.shape[0], words + 1, self.width)
        total = total.scatter_add(1, owner.unsqueeze(2).expand_as(x), x)
        count = x.new_zeros(x.shape[0], words + 1).scatter_add(1, owner, torch.ones(owner.shape, device=x.device))
        return (total / count.clamp(min=1).unsqueeze(2))[:, :words]
