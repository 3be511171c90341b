// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/steps.h"

#include "format/writers.h"
#include "messages/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace nutgraf::publish {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("nutgraf::publish::Steps", text, nullptr, n);
}

QString capitalised(QString words)
{
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words;
}

QString checksWords(const PublishDraft &draft)
{
    if (draft.isKill()) {
        return tr("A kill needs none");
    }
    const QString toConfirm = tr("%n to confirm", draft.toConfirm());
    if (draft.blocking() > 0) {
        return draft.isGateOpen()
            ? tr("Overridden, with a reason")
            : tr("%1, %2").arg(tr("%n findings block", draft.blocking()), toConfirm);
    }
    if (draft.toConfirm() > 0) {
        return tr("Passed, %1").arg(toConfirm);
    }
    return draft.notes() > 0 ? tr("Passed, %1").arg(tr("%n notes", draft.notes())) : tr("Passed");
}

QString webWords(const PublishDraft &draft)
{
    if (draft.isKill()) {
        return draft.proposal.hasWeb(draft.choice()) ? tr("The withdrawal") : tr("No web edition");
    }
    if (!draft.wanted.isOnWeb) {
        return tr("No web edition");
    }
    if (draft.proposal.webHeldUntil) {
        return tr("Held back by the embargo");
    }
    if (draft.proposal.isHeadlineOnly && draft.selection.empty()) {
        return tr("The headline alone");
    }
    const QString words = tr("%n words", static_cast<int>(draft.summary().words));
    if (draft.wordsOver() > 0) {
        return tr("%1, %2 over the target").arg(words).arg(draft.wordsOver());
    }
    return draft.isSuggested
        ? tr("Suggested, %1").arg(words)
        : tr("%1 of at most %2").arg(words).arg(draft.proposal.subject.agency.webTargetWords);
}

QString kindWords(const PublishDraft &draft)
{
    if (draft.proposal.kinds.empty()) {
        return tr("Killed: nothing follows");
    }
    if (draft.wanted.kind == format::PublicationKind::First) {
        return tr("First publication");
    }
    const QString name = capitalised(messages::name(draft.wanted.kind));
    return draft.isKindReady() ? name : tr("%1: note is missing").arg(name);
}

QString publishLine(const PublishDraft &draft, Progress progress)
{
    if (progress == Progress::Busy) {
        return tr("Writing…");
    }
    if (progress == Progress::Done) {
        return tr("Version %1 is out").arg(draft.proposal.version);
    }
    if (!draft.isGateOpen()) {
        return tr("Not before step 1 is done");
    }
    if (!draft.isWebReady()) {
        return tr("Not before step 2 is done");
    }
    if (!draft.isKindReady()) {
        return tr("Not before step 3 is done");
    }
    return tr("Version %1").arg(draft.proposal.version);
}

bool isTooLong(const PublishDraft &draft)
{
    return draft.proposal.hasWeb(draft.choice()) && !draft.isKill() && draft.wordsOver() > 0;
}

/// Of a step that was passed: a tick says that all is well with it.
look::Shape shapeOfPassed(const PublishDraft &draft, Step step)
{
    switch (step) {
    case Step::WebEdition:
        if (!draft.isWebReady()) {
            return look::Shape::Open;
        }
        return isTooLong(draft) ? look::Shape::ToConfirm : look::Shape::Published;
    case Step::KindAndNote:
        return draft.isKindReady() ? look::Shape::Published : look::Shape::Open;
    default:
        return look::Shape::Published;
    }
}

look::Shape shapeOfStep(const PublishDraft &draft, Step step, Step current, Progress progress)
{
    if (step == Step::Checks && !draft.isGateOpen()) {
        return look::Shape::Blocks;
    }
    if (progress == Progress::Done || step < current) {
        return shapeOfPassed(draft, step);
    }
    return step == current ? look::Shape::InReview : look::Shape::Open;
}

QString filesWords(const PublishDraft &draft)
{
    const auto filesOf = [](format::EditionKind kind) {
        return static_cast<int>(
            std::ranges::count_if(format::writers(), [kind](const format::Writer &writer) {
                return format::isFor(writer, kind);
            }));
    };
    const QString wire = tr("Wire %n files", filesOf(format::EditionKind::Wire));
    return draft.proposal.hasWeb(draft.choice())
        ? tr("%1, %2").arg(wire, tr("web %n files", filesOf(format::EditionKind::Web)))
        : wire;
}

QString secondLine(const PublishDraft &draft, Step step, Progress progress)
{
    switch (step) {
    case Step::Checks:
        return checksWords(draft);
    case Step::WebEdition:
        return webWords(draft);
    case Step::KindAndNote:
        return kindWords(draft);
    case Step::Preview:
        return filesWords(draft);
    case Step::Publish:
        break;
    }
    return publishLine(draft, progress);
}

QString titleOf(Step step)
{
    static const std::array titles{tr("Checks"), tr("Web edition"), tr("Kind and note"),
                                   tr("Preview"), tr("Publish")};
    return titles.at(static_cast<std::size_t>(step));
}

} // namespace

std::vector<panels::RowTree> stepRows(const PublishDraft &draft, Step current, Progress progress)
{
    std::vector<panels::RowTree> rows;
    for (const Step step :
         {Step::Checks, Step::WebEdition, Step::KindAndNote, Step::Preview, Step::Publish}) {
        panels::Row row;
        row.kind = panels::RowKind::Step;
        row.id = static_cast<int>(step);
        row.key = QString::number(row.id);
        row.title = QStringLiteral("%1. %2").arg(row.id + 1).arg(titleOf(step));
        row.secondary = secondLine(draft, step, progress);
        row.shape = shapeOfStep(draft, step, current, progress);
        row.isStrong = step == current;
        row.toolTip = row.secondary;
        row.spoken = QStringLiteral("%1, %2").arg(row.title, row.secondary);
        rows.push_back({std::move(row), {}});
    }
    return rows;
}

QString nextWords(Step current)
{
    switch (current) {
    case Step::Checks:
        return tr("Next: web edition");
    case Step::WebEdition:
        return tr("Next: kind and note");
    case Step::KindAndNote:
        return tr("Next: preview");
    case Step::Preview:
    case Step::Publish:
        break;
    }
    return tr("Next: publish");
}

QString publishWords(const PublishDraft &draft)
{
    return draft.wanted.kind == format::PublicationKind::Kill
        ? tr("Kill the story")
        : tr("Publish version %1").arg(draft.proposal.version);
}

} // namespace nutgraf::publish
