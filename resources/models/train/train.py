# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the tagger.

    python3 train.py FOLDER VECTORS [--soft NAME] [--epochs 15] [--chain-epochs 3] [--half]
                     [--name tagger] [--start WEIGHTS] [--rate 0.0025] [--gold 0.3]
                     [--twice SET…]

Reads FOLDER/pieces.pickle and, with --soft, FOLDER/NAME.pickle: what teachers think of every word
(see soft.py), which also speaks where the corpora are silent; where both speak, the corpora's
labels weigh --gold. First each label by itself, then, for the last epochs, label chains
(conditional random fields). After every epoch the running mean of the weights is scored on the
dev sets; FOLDER/NAME-best.pt holds the mean weights of the epoch whose sum of figures is best, from
the chain epochs on. FOLDER/NAME.pt is where a run that was stopped goes on. A GPU is used if
there is one.
"""

import argparse
import copy
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

import batches
import data
import model as tagger
import score
import soft

BATCH_WORDS = 2304
RATE = 2.5e-3
CHAIN_RATE = 5  # times the rate
MEAN = 0.998  # of the running mean, a step
SEED = 20261126
LINK_WEIGHT = 2.0
MISC = [label.endswith("MISC") for label in data.ENTITY_LABELS]


class Losses:
    """Sums over a batch, in nats a word or a link."""

    def __init__(self, net, with_chains, gold):
        self.net, self.with_chains, self.gold = net, with_chains, gold
        self.misc = torch.tensor(MISC)

    def of_labels(self, chain, scores, labels, lengths):
        """A sequence is learned where its first word's label is known."""
        if not self.with_chains:
            return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(),
                                            ignore_index=data.UNKNOWN, reduction="sum")
        inside = torch.arange(labels.shape[1]) < lengths.unsqueeze(1)
        whole = ((labels >= 0) | ~inside).all(1)
        return (chain.loss(scores, labels.clamp(0), lengths) * whole).sum()

    def of_thoughts(self, chain, scores, soft, path, lengths):
        """As of_labels, of what teachers think."""
        if self.with_chains:
            return chain.soft_loss(scores, soft / 255, path, lengths).sum()
        return -(soft / 255 * scores.log_softmax(2)).sum()

    def of_gold(self, batch, outputs):
        # Where MISC is not marked it is left open whether a word is one.
        hidden = batch.no_misc.view(-1, 1, 1) & self.misc
        scores = self.net.entities(outputs).masked_fill(hidden, -30.0)
        total = self.of_labels(self.net.entity_chain, scores, batch.entities, batch.lengths)
        for role, chain in enumerate(self.net.role_chains):
            total = total + self.of_labels(chain, self.net.roles(outputs, role),
                                           batch.roles[role], batch.lengths)
        return total

    def of_soft(self, batch, outputs):
        (entities, roles), (entity_path, role_paths) = batch.soft, batch.paths
        total = self.of_thoughts(self.net.entity_chain, self.net.entities(outputs), entities,
                                 entity_path, batch.lengths)
        for role, chain in enumerate(self.net.role_chains):
            total = total + self.of_thoughts(chain, self.net.roles(outputs, role), roles[role],
                                             role_paths[role], batch.lengths)
        return total

    def of_batch(self, batch):
        outputs = self.net.read(batch)
        total = self.of_gold(batch, outputs)
        if batch.soft:
            total = self.gold * total + (1 - self.gold) * self.of_soft(batch, outputs)
        if len(batch.cues):
            links = self.net.link_scores(outputs, batch.sequences, batch.cues)
            loss = functional.binary_cross_entropy_with_logits(
                links, batch.targets, batch.weights, reduction="none")
            total = total + LINK_WEIGHT * (loss.sum(2) / batch.weights.sum(2)).sum()
        return total / len(batch.columns) / batch.columns.shape[1]


class Run:
    """A training run and what it takes to go on with it."""

    def __init__(self, net, sets, folder, args):
        self.net, self.sets, self.folder = net, sets, folder
        self.pieces = [piece for name in sets if name.endswith("train") for piece in sets[name]]
        self.pieces += [piece for name in args.twice for piece in sets[name]]
        self.epochs, self.chain_epochs = args.epochs, args.chain_epochs
        self.name, self.batch_words, self.keep = args.name, args.batch_words, args.mean
        self.top_rate, self.gold = args.rate, args.gold
        self.mean = copy.deepcopy(net)
        self.optimiser = torch.optim.Adam(self.groups(net), self.top_rate, betas=(0.9, 0.98))
        self.epoch, self.step, self.best = 0, 0, 0.0
        self.steps = None

    def groups(self, net):
        """Parameters and by how much they learn quicker than others."""
        chain = [p for name, p in net.named_parameters() if "chain" in name]
        rest = [p for name, p in net.named_parameters() if "chain" not in name]
        return [{"params": rest, "times": 1}, {"params": chain, "times": CHAIN_RATE}]

    def rate(self):
        """Up in a tenth of an epoch, then down to nearly nothing in a straight line."""
        whole = self.steps * (self.epochs + self.chain_epochs)
        warm = min(1, self.step / (0.1 * self.steps))
        return self.top_rate * warm * max(0.02, 1 - self.step / whole)

    def learn(self, losses, batch):
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate() * group["times"]
        self.optimiser.zero_grad(set_to_none=True)
        loss = losses.of_batch(batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        keep = min(self.keep, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.parameters()), list(self.net.parameters()),
                                 1 - keep)
        return loss.detach()

    def one_epoch(self):
        torch.manual_seed(SEED + self.epoch)
        order = batches.by_length(self.pieces, self.batch_words, random.Random(SEED + self.epoch))
        self.steps = self.steps or len(order)
        losses = Losses(self.net, self.epoch >= self.epochs, self.gold)
        self.net.train()
        begin, total = time.time(), 0.0
        for n, numbers in enumerate(order, 1):
            total = total + self.learn(losses,
                                       self.net.batch([self.pieces[i] for i in numbers]))
            if n % 100 == 0:
                print(f"  {n}/{len(order)} loss {total / n:.4f} {time.time() - begin:.0f} s",
                      flush=True)
        self.epoch += 1
        return total / len(order), time.time() - begin

    def go_on(self):
        """Until the last epoch is done."""
        while self.epoch < self.epochs + self.chain_epochs:
            loss, seconds = self.one_epoch()
            found = score.figures(self.mean, self.sets)
            line = f"epoch {self.epoch}: loss {loss:.4f}, {seconds:.0f} s; {score.worded(found)}"
            print(line, flush=True)
            with open(self.folder / f"{self.name}.log", "a", encoding="utf-8") as log:
                log.write(line + "\n")
            total = sum(found[name] for name in ("conll", "uner", *data.ROLES))
            is_final = self.epoch > self.epochs or not (self.epochs and self.chain_epochs)
            if is_final and total > self.best:
                self.best = total
                torch.save(self.mean.state_dict(), self.folder / f"{self.name}-best.pt")
            self.save()

    def save(self):
        state = {"net": self.net.state_dict(), "mean": self.mean.state_dict(),
                 "optimiser": self.optimiser.state_dict(), "epoch": self.epoch,
                 "step": self.step, "steps": self.steps, "best": self.best}
        torch.save(state, self.folder / f"{self.name}.new")
        (self.folder / f"{self.name}.new").replace(self.folder / f"{self.name}.pt")

    def restore(self):
        """Goes on from where a run was stopped."""
        if not (self.folder / f"{self.name}.pt").exists():
            return
        state = torch.load(self.folder / f"{self.name}.pt", weights_only=True,
                           map_location=torch.get_default_device())
        for part in ("net", "mean", "optimiser"):
            getattr(self, part).load_state_dict(state[part])
        for part in ("epoch", "step", "steps", "best"):
            setattr(self, part, state[part])


def device():
    return "cuda" if torch.cuda.is_available() else "cpu"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--soft", help="what teachers think, by the name of its file")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--chain-epochs", type=int, default=3)
    parser.add_argument("--name", default="tagger", help="of the files of this run")
    parser.add_argument("--start", type=Path, help="weights to begin with")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--gold", type=float, default=0.3)
    parser.add_argument("--twice", nargs="*", default=[], help="sets that count twice")
    parser.add_argument("--half", action="store_true",
                        help="bfloat16 in the LSTMs: quicker on processors that have it")
    parser.add_argument("--limit", type=int, help="pieces of each set, to try things out")
    args = parser.parse_args()
    args.batch_words, args.mean = BATCH_WORDS, MEAN
    torch.set_default_device(device())
    torch.manual_seed(SEED)
    sets = data.load(args.folder)
    if args.soft:
        soft.put(args.folder, args.soft, sets)
    else:
        sets = {name: pieces for name, pieces in sets.items() if name not in data.PLAIN_SETS}
    if args.limit:
        sets = {name: pieces[:args.limit] for name, pieces in sets.items()}
    net = tagger.Tagger(batches.vectors(args.vectors)).to(device())
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=True, map_location=device()))
    net.half = args.half
    run = Run(net, sets, args.folder, args)
    run.restore()
    run.go_on()


if __name__ == "__main__":
    main()
