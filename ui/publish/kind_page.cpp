// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/kind_page.h"

#include "messages/messages.h"
#include "ui/look/labels.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace nutgraf::publish {

using format::PublicationKind;

namespace {

QString explanationOf(PublicationKind kind)
{
    switch (kind) {
    case PublicationKind::First:
        return KindPage::tr("Version 1. It is never changed; later versions are laid beside it.");
    case PublicationKind::Update:
        return KindPage::tr("The story goes on: more is known, nothing was wrong.");
    case PublicationKind::Correction:
        return KindPage::tr("Something was wrong. Readers are told what, on the page.");
    case PublicationKind::Kill:
        break;
    }
    return KindPage::tr("Withdraws the story. Subscribers are told to remove it; the page stays "
                        "and says so. Nothing can be published after it.");
}

QString noteLabelOf(PublicationKind kind)
{
    switch (kind) {
    case PublicationKind::First:
        return KindPage::tr("Note to editors (not needed)");
    case PublicationKind::Update:
        return KindPage::tr("What is new");
    case PublicationKind::Correction:
        return KindPage::tr("What was wrong, and what is right");
    case PublicationKind::Kill:
        break;
    }
    return KindPage::tr("Why the story is withdrawn");
}

QString readersSee(PublicationKind kind, const QString &note)
{
    switch (kind) {
    case PublicationKind::First:
    case PublicationKind::Update:
        return KindPage::tr("Readers see the story; the note goes to editors alone.");
    case PublicationKind::Correction:
        return note.isEmpty() ? KindPage::tr("Readers see the correction beside the story.")
                              : KindPage::tr("Readers see, beside the story: “%1”").arg(note);
    case PublicationKind::Kill:
        break;
    }
    return KindPage::tr("Readers see that the story has been withdrawn, and no text; editors get "
                        "the reason.");
}

QString accessibleKind(PublicationKind kind)
{
    QString name = messages::name(kind);
    if (!name.isEmpty()) {
        name[0] = name.at(0).toUpper();
    }
    return name;
}

} // namespace

KindPage::KindPage(PublishDraft &draft, QWidget *parent)
    : StepPage(draft, tr("Kind and note"), parent), m_kinds(new QButtonGroup(this))
{
    buildKinds();
    buildNote();
    buildKillGuard();
    content().addStretch();
}

void KindPage::buildKinds()
{
    for (const PublicationKind kind : draft().proposal.kinds) {
        auto *radio = new QRadioButton(accessibleKind(kind), this);
        radio->setAccessibleDescription(explanationOf(kind));
        radio->setToolTip(explanationOf(kind));
        m_kinds->addButton(radio, static_cast<int>(kind));
        auto *explanation = new look::SecondaryLabel(this, explanationOf(kind));
        explanation->setWordWrap(true);
        explanation->setIndent(u(6.5));
        content().addWidget(radio);
        content().addWidget(explanation);
        content().addSpacing(u(1.5));
    }
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn) {
            draft().wanted.kind = static_cast<PublicationKind>(id);
            showKind();
            Q_EMIT edited();
        }
    });
}

void KindPage::buildNote()
{
    m_noteLabel = look::boldLabel({}, this);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(u(22));
    m_note->setToolTip(tr("One or two sentences; it stays in this version for good"));
    m_noteLabel->setBuddy(m_note);
    m_readers = new look::SecondaryLabel(this);
    m_readers->setWordWrap(true);
    content().addSpacing(u(2));
    content().addWidget(m_noteLabel);
    content().addWidget(m_note);
    content().addWidget(m_readers);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        draft().wanted.note = m_note->toPlainText();
        m_readers->setText(readersSee(draft().wanted.kind, draft().wanted.note.trimmed()));
        Q_EMIT edited();
    });
}

void KindPage::buildKillGuard()
{
    m_guard = new QWidget(this);
    auto *layout = new QVBoxLayout(m_guard);
    layout->setContentsMargins(0, u(3), 0, 0);
    auto *label = look::boldLabel(
        tr("To confirm the kill, type the story’s slug: %1").arg(draft().proposal.killWord),
        m_guard);
    m_killWord = new QLineEdit(m_guard);
    m_killWord->setAccessibleName(tr("Slug, to confirm the kill"));
    m_killWord->setToolTip(tr("A kill cannot be taken back"));
    m_killWord->setPlaceholderText(draft().proposal.killWord);
    label->setBuddy(m_killWord);
    layout->addWidget(label);
    layout->addWidget(m_killWord);
    content().addWidget(m_guard);
    connect(m_killWord, &QLineEdit::textChanged, this, [this](const QString &word) {
        draft().wanted.killWord = word;
        Q_EMIT edited();
    });
}

void KindPage::refresh()
{
    if (auto *button = m_kinds->button(static_cast<int>(draft().wanted.kind))) {
        button->setChecked(true);
    }
    if (m_note->toPlainText() != draft().wanted.note) {
        m_note->setPlainText(draft().wanted.note);
    }
    showKind();
}

void KindPage::showKind()
{
    const bool isPossible = !draft().proposal.kinds.empty();
    setExplanation(isPossible
                       ? tr("This will be version %1. What is possible depends on what was "
                            "published before.")
                             .arg(draft().proposal.version)
                       : tr("This story was killed; nothing more can be published of it. Start "
                            "a new story instead."));
    const QString label = noteLabelOf(draft().wanted.kind);
    m_noteLabel->setText(label);
    m_note->setAccessibleName(label);
    for (QWidget *widget : {static_cast<QWidget *>(m_noteLabel), static_cast<QWidget *>(m_note),
                            static_cast<QWidget *>(m_readers)}) {
        widget->setVisible(isPossible);
    }
    m_readers->setText(readersSee(draft().wanted.kind, draft().wanted.note.trimmed()));
    m_guard->setVisible(isPossible && draft().wanted.kind == PublicationKind::Kill);
}

void KindPage::focusContent()
{
    if (QAbstractButton *checked = m_kinds->checkedButton();
        checked != nullptr && draft().proposal.kinds.size() > 1) {
        checked->setFocus();
    } else {
        m_note->setFocus();
    }
}

} // namespace nutgraf::publish
