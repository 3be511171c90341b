// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"

#include "text/segments.h"
#include "ui/body/body_editor.h"
#include "ui/body/ribbon.h"
#include "ui/page/story_page.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/finding_rows.h"
#include "ui/panels/row_view.h"
#include "ui/session/reading_marks.h"
#include "ui/session/story_store.h"
#include "ui/session/unit_decisions.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"

#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReadingsOfOneReader = 20;

reading::Source sourceOf(session::StorySession &session)
{
    reading::Source source;
    source.story = session.story();
    source.review = session.decisions().review();
    source.now = session.reading().read ? session.reading().read->now : QDateTime();
    source.layout = session::isPlainTextFile(session.path()) ? reading::Layout::PlainText
                                                             : reading::Layout::Story;
    return source;
}

/// `revision` counts keys, of which a fresh reading knows nothing.
bool isSame(analysis::Analysis shown, const analysis::Analysis &fresh)
{
    shown.revision = fresh.revision;
    return shown == fresh;
}

QStringList readingFaults(const session::Reading &shown, const session::Reading &fresh)
{
    QStringList faults;
    if (shown.snapshot == nullptr || shown.analysis == nullptr) {
        return {u"idle, and nothing was read"_s};
    }
    if (shown.snapshot->text != fresh.snapshot->text) {
        faults.append(u"the reading is of another text"_s);
    } else if (!isSame(*shown.analysis, *fresh.analysis)) {
        faults.append(u"the analysis is another one than that of the text"_s);
    }
    if (!(shown.bound == fresh.bound)) {
        faults.append(u"decisions are bound otherwise"_s);
    }
    if (shown.findings != fresh.findings) {
        faults.append(u"%1 findings, a fresh reading has %2"_s.arg(shown.findings.size())
                          .arg(fresh.findings.size()));
    }
    return faults;
}

QStringList gutterFaults(const body::BodyEditor &body, const session::Reading &fresh)
{
    const std::vector<body::RibbonUnit> wanted = session::readingMarks(fresh).ribbon;
    const std::vector<body::RibbonUnit> &shown = body.findChild<body::Ribbon *>()->units();
    return shown == wanted
        ? QStringList()
        : QStringList(
              u"the gutter shows %1 units otherwise than the text has %2"_s.arg(shown.size())
                  .arg(wanted.size()));
}

/// A row as it is listed, to be compared.
QString wordsOf(const panels::Row &row)
{
    return u"%1|%2|%3|%4|%5|%6"_s.arg(row.title, row.secondary, row.right)
        .arg(row.shape ? int(*row.shape) : -1)
        .arg(row.range.begin)
        .arg(row.range.end);
}

void addWords(QStringList &words, const std::vector<panels::RowTree> &rows)
{
    for (const panels::RowTree &tree : rows) {
        words.append(wordsOf(tree.row));
        addWords(words, tree.children);
    }
}

QStringList listFaults(const panels::RowView &list, const std::vector<panels::RowTree> &wanted)
{
    QStringList expected;
    addWords(expected, wanted);
    QStringList shown;
    for (QModelIndex at = list.rows().index(0, 0); at.isValid(); at = list.rows().next(at)) {
        shown.append(wordsOf(list.rows().rowAt(at)));
    }
    if (shown == expected) {
        return {};
    }
    const auto [one, other] = std::ranges::mismatch(shown, expected);
    return {u"the list of %1 shows %2 rows of %3; first “%4”, not “%5”"_s.arg(list.accessibleName())
                .arg(shown.size())
                .arg(expected.size())
                .arg(one == shown.end() ? QString() : *one,
                     other == expected.end() ? QString() : *other)};
}

std::vector<panels::RowTree> wantedRows(const window::MainWindow &window,
                                        const session::Reading &fresh, const review::Review &review)
{
    using panels::AttributionFilter;
    using panels::AttributionOrder;
    QString order;
    for (const QToolButton *button : window.findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Order of the attributions") {
            order = button->text();
        }
    }
    return panels::attributionRows(
        fresh, review,
        order.startsWith(u"by place"_s) ? AttributionOrder::ByPlace : AttributionOrder::BySpeaker,
        order.endsWith(u"open"_s) ? AttributionFilter::OpenOnly : AttributionFilter::All);
}

QStringList panelFaults(const window::MainWindow &window, const session::Reading &fresh,
                        const review::Review &review)
{
    QStringList faults;
    for (const panels::RowView *list : window.findChildren<panels::RowView *>()) {
        if (!list->isVisible() || list->window() != &window) {
            continue;
        }
        if (list->accessibleName() == u"Attributions"_s) {
            faults += listFaults(*list, wantedRows(window, fresh, review));
        } else if (list->accessibleName() == u"Checks"_s) {
            faults += listFaults(*list, panels::findingRows(fresh));
        }
    }
    return faults;
}

QStringList cellsOf(const QStatusBar &bar)
{
    QStringList words;
    for (const QWidget *cell : bar.findChildren<QWidget *>()) {
        const QString name = cell->accessibleName();
        const bool isCounted = name.startsWith(u"Length"_s) || name.startsWith(u"Quotes"_s)
            || name.startsWith(u"Confirmed"_s) || name.startsWith(u"Analysis"_s);
        if (isCounted) {
            words.append(name);
        }
    }
    return words;
}

/// What the cell for the last save says.
QString savedCell(const QStatusBar &bar)
{
    for (const QWidget *cell : bar.findChildren<QWidget *>()) {
        if (cell->accessibleName().startsWith(u"Saved: "_s)) {
            return cell->accessibleName().sliced(7);
        }
    }
    return {};
}

QStringList statusFaults(const window::StatusCells &bar, const session::Reading &fresh)
{
    const review::Tally tally = review::tally(fresh.bound, *fresh.analysis);
    window::StatusFacts facts;
    facts.words = text::wordCount(QStringView(fresh.snapshot->text).sliced(fresh.bodyBegin));
    facts.quotes = tally.quotes;
    facts.attributed = tally.attributed;
    facts.confirmed = tally.confirmed;
    facts.unsourced = tally.unsourced;
    window::StatusCells wanted;
    wanted.show(facts);
    const QString shown = cellsOf(bar).join(u", "_s);
    const QString expected = cellsOf(wanted).join(u", "_s);
    return shown == expected
        ? QStringList()
        : QStringList(u"the status bar says “%1”, not “%2”"_s.arg(shown, expected));
}

/// Status bar and tab tell of unsaved changes, or they do not.
QStringList savedFaults(window::MainWindow &window, page::StoryPage &page)
{
    if (page.session().isReadOnly()) {
        return {};
    }
    QStringList faults;
    const bool isModified = page.session().isModified();
    const QString cell = savedCell(*window.findChild<window::StatusCells *>());
    const bool isTold = !cell.isEmpty() && cell != u"Not saved"_s; // else nothing or a failure is
    if (isTold && isModified == cell.startsWith(u"Saved"_s)) {
        faults.append(u"the status bar says “%1”"_s.arg(cell));
    }
    const QTabBar &tabs = window.tabs().bar();
    if (isModified == tabs.tabIcon(tabs.currentIndex()).isNull()) {
        faults.append(u"the tab is marked otherwise"_s);
    }
    return faults;
}

} // namespace

reading::ReadingPtr Agreement::freshReading(session::StorySession &session)
{
    const reading::Source source = sourceOf(session);
    const bool isKnown = m_last && m_last->story == source.story && m_last->review == source.review
        && m_last->layout == source.layout && m_last->now == source.now;
    if (!isKnown) {
        if (++m_read % ReadingsOfOneReader == 0) {
            m_reader = reading::Reader(); // one that remembers nothing
        }
        const Result<reading::ReadingPtr> read = m_reader.read(source);
        m_last = read ? *read : reading::Reader::unread();
    }
    return m_last;
}

QStringList Agreement::disagreements(window::MainWindow &window)
{
    page::StoryPage *page = window.currentStory();
    if (page == nullptr || page->session().openError()) {
        return {};
    }
    session::StorySession &session = page->session();
    const session::Reading fresh = session::shown(freshReading(session), 0);
    QStringList faults = readingFaults(session.reading(), fresh);
    faults += gutterFaults(page->body(), fresh);
    faults += panelFaults(window, fresh, session.decisions().review());
    faults += statusFaults(*window.findChild<window::StatusCells *>(), fresh);
    faults += savedFaults(window, *page);
    return faults;
}

} // namespace nutgraf::workflow
