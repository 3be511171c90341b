// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/status_work.h"

#include "jobs/off_thread.h"
#include "review/review.h"
#include "text/segments.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"

#include <QFileInfo>

#include <utility>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

/// UTF-16 units that can be counted between two keys.
constexpr qsizetype CountedAtOnce = 64LL * 1024;

QString timeWords(const QDateTime &utc)
{
    const QDateTime time = utc.toLocalTime();
    const bool isToday = time.date() == QDate::currentDate();
    return time.toString(isToday ? u"HH:mm:ss"_s : u"d MMM HH:mm"_s);
}

} // namespace

StatusWork::StatusWork(const Parts &parts, const StoryWork &stories, QObject *parent)
    : QObject(parent), m_parts(parts), m_stories(stories)
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(300);
    connect(&m_slow, &QTimer::timeout, this, [this] { showAt(Pace::Slow); });
}

void StatusWork::show()
{
    showAt(Pace::Usual);
}

void StatusWork::followStory()
{
    m_words = 0; // another story's
    m_counted.reset();
    m_fileTime = {};
    if (page::StoryPage *page = m_parts.tabs->currentStory()) {
        const QFileInfo file(page->session().path());
        m_fileTime = file.exists() ? file.lastModified() : QDateTime();
    }
    countWords();
    show();
}

void StatusWork::followReading()
{
    countWords();
    show();
}

void StatusWork::followIdle(bool isIdle)
{
    if (isIdle) {
        m_slow.stop();
        show();
    } else if (!m_slow.isActive()) {
        m_slow.start();
    }
}

/// A story is counted at once; ten megabytes take too long for the window's thread.
void StatusWork::countWords()
{
    page::StoryPage *page = m_parts.tabs->currentStory();
    if (page == nullptr || page->session().reading().snapshot == nullptr) {
        ++m_wordTicket;
        m_counted.reset();
        m_words = 0;
        return;
    }
    const session::Reading &reading = page->session().reading();
    if (std::exchange(m_counted, reading.snapshot) == reading.snapshot) {
        return;
    }
    const quint64 ticket = ++m_wordTicket;
    const QStringView body = QStringView(reading.snapshot->text).sliced(reading.bodyBegin);
    if (body.size() < CountedAtOnce) {
        m_words = text::wordCount(body);
        return;
    }
    jobs::offThread(
        this,
        [snapshot = reading.snapshot, begin = reading.bodyBegin] {
            return text::wordCount(QStringView(snapshot->text).sliced(begin));
        },
        [this, ticket](qsizetype words) {
            if (ticket == m_wordTicket) {
                m_words = words;
                show();
            }
        });
}

QString StatusWork::savedWords(page::StoryPage &page) const
{
    session::StorySession &session = page.session();
    if (session.isReadOnly()) {
        return tr("Read-only");
    }
    const QDateTime saved = session.disk().savedAt().value_or(m_fileTime);
    if (session.isModified()) {
        return saved.isValid() ? tr("Changed since %1").arg(timeWords(saved)) : tr("Not saved yet");
    }
    return saved.isValid() ? tr("Saved %1").arg(timeWords(saved)) : QString();
}

void StatusWork::showAt(Pace pace)
{
    page::StoryPage *page = m_parts.tabs->currentStory();
    if (page == nullptr) {
        const bool hasView = m_parts.tabs->current() != nullptr;
        m_parts.status->show(std::nullopt, hasView ? tr("Read-only") : tr("Ready"));
        return;
    }
    const session::StorySession &session = page->session();
    const session::Reading &reading = session.reading();
    StatusFacts facts;
    facts.words = m_words;
    if (reading.analysis != nullptr) {
        const review::Tally tally = review::tally(reading.bound, *reading.analysis);
        facts.quotes = tally.quotes;
        facts.attributed = tally.attributed;
        facts.confirmed = tally.confirmed;
        facts.unsourced = tally.unsourced;
    }
    facts.isReading = !session.isIdle() && pace == Pace::Slow;
    facts.language = session.fields().language;
    facts.saved = savedWords(*page);
    facts.failure = m_stories.failureWords(*page);
    m_parts.status->show(facts);
}

} // namespace nutgraf::window
