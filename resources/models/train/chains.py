# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linear chains over labels (conditional random fields).

`allowed` tells which label may follow which; what is not allowed costs FORBIDDEN. As long as the
scores are zero, `best` is the best allowed sequence of independent labels, so a network may be
trained without its chains first.
"""

import torch
from torch import nn

FORBIDDEN = -100.0


def entity_rules(labels):
    """(follow, start, end) as booleans for O, B-, I-, E-, S- labels."""
    def may_follow(before, after):
        if before[0] in "BI":
            return after[0] in "IE" and before[2:] == after[2:]
        return after[0] in "OBS"
    follow = [[may_follow(a, b) for b in labels] for a in labels]
    return follow, [x[0] in "OBS" for x in labels], [x[0] in "OES" for x in labels]


def role_rules():
    """The same for outside, begin, inside. A piece may go on with what an earlier one began."""
    return [[True, True, False], [True] * 3, [True] * 3], [True] * 3, [True] * 3


class Chain(nn.Module):
    """One chain; `scores` [labels, labels], `start` and `end` [labels] are learned."""

    def __init__(self, rules):
        super().__init__()
        for name, allowed in zip(("scores", "start", "end"), rules):
            allowed = torch.tensor(allowed)
            self.register_parameter(name, nn.Parameter(torch.zeros(allowed.shape)))
            self.register_buffer(f"{name}_rule", torch.where(allowed, 0.0, FORBIDDEN))

    def tables(self):
        """(scores, start, end) with the rules added."""
        return (self.scores + self.scores_rule, self.start + self.start_rule,
                self.end + self.end_rule)

    def loss(self, emissions, labels, lengths):
        """Negative log likelihood of each sequence; emissions [batch, time, labels], what lies
        beyond a length is left out."""
        return self.total(emissions, lengths) - self._score(emissions, labels, lengths)

    def soft_loss(self, emissions, soft, path, lengths):
        """The same for given marginals `soft` [batch, time, labels] (0 beyond a length) and their
        best sequence: emissions learn the marginals, the chain's scores the sequence."""
        own = (emissions * soft).sum((1, 2))
        return self.total(emissions, lengths) - own - self._follow(path, lengths)

    def total(self, emissions, lengths):
        """Log of the sum over all sequences. Neighbouring steps are multiplied as matrices until
        one is left: as many rounds as the binary logarithm of the time, not as the time."""
        scores, start, end = self.tables()
        first, time = start + emissions[:, 0], emissions.shape[1]
        if time == 1:
            return torch.logsumexp(first + end, 1)
        steps = scores + emissions[:, 1:].unsqueeze(2)
        inside = (torch.arange(1, time) < lengths.unsqueeze(1))[..., None, None]
        nothing = torch.eye(len(start))
        peak = steps.detach().amax((2, 3), keepdim=True)
        steps = torch.where(inside, (steps - peak).exp(), nothing)
        log = torch.where(inside, peak, 0.0).sum((1, 2, 3))
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, nothing.expand(len(steps), 1, -1, -1)], 1)
            steps = steps[:, 0::2] @ steps[:, 1::2]
            peak = steps.detach().amax((2, 3), keepdim=True)
            steps, log = steps / peak, log + peak.log().sum((1, 2, 3))
        peak = first.detach().amax(1, keepdim=True)
        last = ((first - peak).exp().unsqueeze(1) @ steps[:, 0]).squeeze(1)
        return log + peak.squeeze(1) + torch.logsumexp(last.clamp(min=1e-37).log() + end, 1)

    def _score(self, emissions, labels, lengths):
        inside = torch.arange(labels.shape[1]) < lengths.unsqueeze(1)
        single = emissions.gather(2, labels.unsqueeze(2)).squeeze(2)
        return (single * inside).sum(1) + self._follow(labels, lengths)

    def _follow(self, labels, lengths):
        """What a sequence's labels score by following each other."""
        scores, start, end = self.tables()
        inside = torch.arange(1, labels.shape[1]) < lengths.unsqueeze(1)
        pairs = scores[labels[:, :-1], labels[:, 1:]]
        last = labels.gather(1, (lengths - 1).unsqueeze(1)).squeeze(1)
        return (pairs * inside).sum(1) + start[labels[:, 0]] + end[last]

    @torch.no_grad()
    def best(self, emissions, lengths):
        """The best label sequences, [batch, time]; 0 beyond a length."""
        scores, start, end = self.tables()
        state, back = start + emissions[:, 0], []
        for t in range(1, emissions.shape[1]):
            value, origin = (state.unsqueeze(2) + scores).max(1)
            goes_on = (t < lengths).unsqueeze(1)
            state = torch.where(goes_on, value + emissions[:, t], state)
            stay = torch.arange(state.shape[1]).expand_as(origin)
            back.append(torch.where(goes_on, origin, stay))
        at = (state + end).argmax(1)
        path = [at]
        for origin in reversed(back):
            at = origin.gather(1, at.unsqueeze(1)).squeeze(1)
            path.append(at)
        inside = torch.arange(emissions.shape[1]) < lengths.unsqueeze(1)
        return torch.stack(path[::-1], 1) * inside
