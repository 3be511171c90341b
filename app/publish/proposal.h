// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/publish.h"
#include "summary/summary.h"

namespace nutgraf::publish {

/// All that can be said of a story's next version before anybody has chosen. The rules of
/// publishing stand here, once, for window, command line and gate.
struct Proposal {
    Subject subject;
    QDateTime now; ///< when it would go out; later than the version before
    std::vector<Manifest> versions; ///< what was published, oldest first
    int version = 1; ///< the next one's number
    QString guid; ///< which the story goes out under; empty: nothing went out, and nothing was read
    std::vector<format::PublicationKind> kinds; ///< possible now; empty: it was killed
    Choice start; ///< where the editor begins: the likeliest kind, the web edition as last time
    std::vector<summary::Unit> units; ///< what a web edition is picked from
    qsizetype mostWebWords = 0; ///< a longer web edition is no portion of the story
    int picksFrom = 0; ///< the version that the picks are from; 0: they are a suggestion
    std::vector<int> changed; ///< picked units whose words are others than in that version
    Picks gone; ///< sentences of that version that can no longer be shown
    int blocking = 0; ///< findings that stop all but a kill
    std::optional<QDateTime> webHeldUntil; ///< an embargo runs: until then no web edition
    /// Any sentence of it would be nearly all of it: the public sees the headline alone.
    bool isHeadlineOnly = false;
    std::optional<QDateTime> promised; ///< the last version's embargo runs, the story has none
    QString killWord; ///< to be typed to confirm a kill
    std::optional<story::Story> toWithdraw; ///< by killProposal(): whose withdrawal is previewed

    [[nodiscard]] summary::Summary webEdition(const Picks &picks) const;
    /// The next version will have a web edition, if `choice` is published.
    [[nodiscard]] bool hasWeb(const Choice &choice) const;
};

/// Reads the versions, and before the first one the draft for its story id. Errors: as history()
/// and guidFor().
[[nodiscard]] Result<Proposal> proposal(const Subject &subject, const QDateTime &now);

/// A proposal to withdraw the story, and nothing else: it is of no reading, so that nothing that is
/// wrong with the draft, the decisions or the analysis holds a kill up. Errors: as history();
/// NothingToCorrect (nothing went out), AlreadyKilled.
[[nodiscard]] Result<Proposal> killProposal(const QString &storyFolder, const story::Agency &agency,
                                            const QDateTime &now);

/// What is missing before a choice can be published.
enum class Need {
    Kind, ///< this kind is not possible now
    Note,
    KillWord, ///< a kill wants its word
    Reading, ///< the story has not been read
    OneText, ///< two texts stand in it, with the marks of a version control system between them
    Header, ///< its header holds it back in a way that nobody here heeds
    Reason, ///< findings block
    Text, ///< headline or body are empty
    Embargo, ///< a running embargo may not be dropped
    Pick, ///< no sentence is picked for the web edition
    Portion, ///< the web edition shows nearly all of the story
};
/// In the order in which publish() refuses; empty: it may go out.
[[nodiscard]] std::vector<Need> needs(const Proposal &proposal, const Choice &choice);

/// The editions that a choice would give.
struct Editions {
    int version = 1;
    format::Edition wire;
    std::optional<format::Edition> web;
};
/// Writes nothing, reads nothing, and asks for nothing that is still missing.
[[nodiscard]] Editions preview(const Proposal &proposal, const Choice &choice);

} // namespace nutgraf::publish
