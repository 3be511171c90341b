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

    def total(self, emissions, lengths):
        """Log of the sum over all sequences."""
        scores, start, end = self.tables()
        state = start + emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            following = torch.logsumexp(state.unsqueeze(2) + scores, 1) + emissions[:, t]
            state = torch.where((t < lengths).unsqueeze(1), following, state)
        return torch.logsumexp(state + end, 1)

    def _score(self, emissions, labels, lengths):
        scores, start, end = self.tables()
        inside = torch.arange(labels.shape[1]) < lengths.unsqueeze(1)
        single = emissions.gather(2, labels.unsqueeze(2)).squeeze(2)
        pairs = scores[labels[:, :-1], labels[:, 1:]]
        last = labels.gather(1, (lengths - 1).unsqueeze(1)).squeeze(1)
        return ((single * inside).sum(1) + (pairs * inside[:, 1:]).sum(1)
                + start[labels[:, 0]] + end[last])

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
