// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/finish_page.h"

#include "format/media_topics.h"
#include "jobs/off_thread.h"
#include "messages/messages.h"
#include "text/segments.h"
#include "ui/fields/date_words.h"
#include "ui/look/fonts.h"
#include "ui/look/labels.h"
#include "ui/panels/reason_card.h"
#include "ui/panels/row.h"
#include "ui/panels/version_rows.h"
#include "ui/session/list_words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFormLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nutgraf::publish {

using namespace Qt::StringLiterals;

namespace {

/// By name; a story without a topic goes out under the one that its words suggest.
QString subjectWords(const story::Story &story)
{
    QString words = session::listWords(story::Field::Subjects, story.subjects);
    const bool hasTopic = std::ranges::any_of(story.subjects, [](const QString &subject) {
        return !format::topicCode(subject).isEmpty();
    });
    if (hasTopic) {
        return words;
    }
    const QString likely = format::topicName(
        format::guessTopic(story.headline + u' ' + story.deck + u' ' + story.body));
    const QString guess = FinishPage::tr("%1 (guessed from the text)").arg(likely);
    return words.isEmpty() ? guess : words + QStringLiteral(", ") + guess;
}

QString inFormats(qsizetype words)
{
    return FinishPage::tr("%n words, in 4 formats", nullptr, static_cast<int>(words));
}

} // namespace

FinishPage::FinishPage(PublishDraft &draft, QWidget *parent)
    : StepPage(draft, tr("Publish"), parent),
      m_plan(new QFormLayout),
      m_card(new panels::ReasonCard(this)),
      m_openFolder(m_card->addButton(tr("Open folder"), tr("Show the version's files"))),
      m_progress(new QProgressBar(this))
{
    m_plan->setHorizontalSpacing(u(4));
    m_plan->setVerticalSpacing(u(2));
    m_plan->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    m_plan->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Publishing"));
    m_progress->hide();
    content().addLayout(m_plan);
    content().addSpacing(u(3));
    content().addWidget(m_card);
    content().addWidget(m_progress);
    content().addStretch();
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        const Proposal &proposal = this->draft().proposal;
        QDesktopServices::openUrl(QUrl::fromLocalFile(
            publish::versionFolder(proposal.subject.storyFolder, m_publishedVersion)));
    });
}

void FinishPage::addLine(const QString &label, const QString &words)
{
    auto *value = new QLabel(words, this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(QStringLiteral("%1: %2").arg(label, words));
    m_plan->addRow(new look::SecondaryLabel(this, label), value);
}

void FinishPage::refresh()
{
    if (!m_isDone && !m_isBusy) {
        showPlan();
    }
}

QString FinishPage::whatIsMissing() const
{
    QStringList missing;
    for (const Need need : draft().needs()) {
        missing.append(messages::describe(need, draft().proposal));
    }
    return missing.join(u'\n');
}

QString FinishPage::webWords() const
{
    const PublishDraft &plan = draft();
    if (plan.proposal.hasWeb(plan.choice())) {
        if (!plan.isKill() && plan.summary().words == 0) {
            return tr("the headline alone, in 4 formats");
        }
        return plan.isKill() ? tr("the withdrawal, without text") : inFormats(plan.summary().words);
    }
    return plan.wanted.isOnWeb && plan.proposal.webHeldUntil && !plan.isKill()
        ? tr("held back by the embargo; the next version will propose it again")
        : tr("none");
}

void FinishPage::addStoryLines()
{
    const story::Story &story = draft().story();
    addLine(tr("Subjects"), subjectWords(story));
    if (story.embargo) {
        addLine(tr("Embargo"), tr("until %1").arg(fields::timeWords(*story.embargo)));
    }
}

void FinishPage::showPlan()
{
    while (m_plan->rowCount() > 0) {
        m_plan->removeRow(0);
    }
    const PublishDraft &plan = draft();
    setExplanation(tr("Writes one new folder, all of it or nothing. What was published before "
                      "stays as it is."));
    addLine(tr("Version"),
            tr("%1, %2").arg(plan.proposal.version).arg(messages::name(plan.wanted.kind)));
    addLine(tr("Wire edition"),
            plan.isKill() ? tr("the withdrawal, without text")
                          : inFormats(text::wordCount(plan.story().body)));
    addLine(tr("Web edition"), webWords());
    if (!plan.isKill()) {
        addStoryLines();
    }
    if (!plan.wanted.note.trimmed().isEmpty()) {
        addLine(tr("Note"), tr("“%1”").arg(plan.wanted.note.trimmed()));
    }
    if (plan.isOverridden && plan.blocking() > 0 && !plan.isKill()) {
        addLine(tr("Against the checks"), tr("“%1”").arg(plan.overrideReason.trimmed()));
    }
    addLine(tr("Signed"), plan.wanted.signedBy.isEmpty() ? tr("nobody") : plan.wanted.signedBy);
    addLine(tr("Folder"),
            QDir::toNativeSeparators(
                publish::versionFolder(plan.proposal.subject.storyFolder, plan.proposal.version)));
    const QString missing = whatIsMissing();
    m_openFolder->hide();
    m_card->setVisible(!missing.isEmpty());
    m_card->setContent(look::Shape::Blocks, tr("Not ready yet"), missing);
}

void FinishPage::focusContent()
{
    if (m_openFolder->isVisible()) {
        m_openFolder->setFocus();
    }
}

bool FinishPage::isBusy() const
{
    return m_isBusy;
}

bool FinishPage::isDone() const
{
    return m_isDone;
}

void FinishPage::publishNow()
{
    if (m_isBusy || m_isDone) {
        return;
    }
    m_isBusy = true;
    m_card->hide();
    m_progress->show();
    Q_EMIT stateChanged();
    jobs::offThread(
        this,
        [subject = draft().proposal.subject, choice = draft().choice(), clock = draft().clock] {
            Outcome outcome;
            const Result<publish::Published> published = publish::publish(subject, choice, clock);
            outcome.manifest = published;
            if (published) {
                outcome.faults = publish::verify(subject.storyFolder);
            }
            if (published && published->doubt) {
                outcome.faults.insert(outcome.faults.begin(), *published->doubt);
            }
            return outcome;
        },
        [this](const Outcome &outcome) { showOutcome(outcome); });
}

void FinishPage::showOutcome(const Outcome &outcome)
{
    m_isBusy = false;
    m_progress->hide();
    m_isDone = outcome.manifest.has_value();
    m_openFolder->setVisible(m_isDone);
    if (outcome.manifest) {
        showPublished(*outcome.manifest, outcome.faults);
    } else {
        const messages::Message message = messages::describe(outcome.manifest.error());
        m_card->setContent(look::Shape::Blocks, message.what,
                           QStringList({message.where, message.remedy}).join(u'\n').trimmed());
    }
    m_card->show();
    Q_EMIT stateChanged();
    if (outcome.manifest) {
        Q_EMIT published(*outcome.manifest);
    } else if (outcome.manifest.error().code == ErrorCode::ReadingStale) {
        Q_EMIT outdated(outcome.manifest.error());
    }
}

/// What became of the web edition: it is never left out in silence.
QString FinishPage::webOutcome(const Manifest &manifest) const
{
    const bool isOut = manifest.editions.contains(u"web"_s);
    if (manifest.kind == format::PublicationKind::Kill) {
        return isOut ? tr("Wire and web edition are withdrawn.")
                     : tr("The wire edition is withdrawn; there was no web edition.");
    }
    if (isOut && draft().summary().words == 0) {
        return tr("The web edition is out: the headline alone.");
    }
    if (isOut) {
        return tr("The web edition is out: %n words.", nullptr,
                  static_cast<int>(draft().summary().words));
    }
    if (manifest.isWebHeldBack && manifest.embargo) {
        return tr("No web edition went out: the embargo runs until %1. The next version will "
                  "propose it again.")
            .arg(fields::timeWords(*manifest.embargo));
    }
    return tr("No web edition went out, as chosen.");
}

/// Who asked for a signature is told what became of it.
QString FinishPage::signatureOutcome(const Published &published)
{
    if (published.unsignedBecause) {
        return tr("It is out without a signature. %1")
            .arg(messages::describe(*published.unsignedBecause).what);
    }
    return published.signer.isEmpty() ? QString()
                                      : tr("Signed with the key %1.").arg(published.signer);
}

void FinishPage::showPublished(const Published &published, const std::vector<Error> &faults)
{
    m_publishedVersion = published.version;
    QStringList lines{faults.empty() ? tr("%n files, hashes match.", nullptr,
                                          static_cast<int>(published.files.size()))
                                     : messages::describe(faults.front()).what,
                      webOutcome(published), signatureOutcome(published)};
    lines.removeAll(QString());
    m_card->setContent(faults.empty() ? panels::shapeOf(published.kind) : look::Shape::Blocks,
                       tr("Published as version %1").arg(published.version), lines.join(u'\n'));
    setExplanation(tr("The version's folder is complete and will not be changed again."));
}

} // namespace nutgraf::publish
