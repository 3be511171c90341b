// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"

#include "analysis/analyser.h"
#include "review/corrections.h"
#include "text/segments.h"
#include "ui/body/body_editor.h"
#include "ui/body/ribbon.h"
#include "ui/page/story_page.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/row_view.h"
#include "ui/session/reading_marks.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

/// Made from nothing but the text and the decisions.
session::Reading freshReading(const session::StorySession &session, const QDateTime &now)
{
    const story::Story story = session.story();
    session::Reading fresh;
    const analysis::Snapshot snapshot = session.isPlainText()
        ? analysis::plainText(1, story.body)
        : analysis::compose(1, story.headline, story.deck, story.body);
    fresh.snapshot = std::make_shared<const analysis::Snapshot>(snapshot);
    if (!session.isPlainText() && !snapshot.segments.empty()) {
        fresh.bodyBegin = snapshot.segments.back().range.begin;
    }
    fresh.found = std::make_shared<const analysis::Analysis>(analysis::analyse(snapshot));
    fresh.analysis = std::make_shared<const analysis::Analysis>(
        review::corrected(*fresh.found, session.review(), snapshot.text));
    fresh.bound = review::bind(session.review(), *fresh.analysis, snapshot.text);
    fresh.findings =
        review::check(story, snapshot, *fresh.analysis, session.review(), fresh.bound, now);
    return fresh;
}

QStringList readingFaults(const session::Reading &shown, const session::Reading &fresh)
{
    QStringList faults;
    if (shown.snapshot == nullptr || shown.analysis == nullptr) {
        return {u"idle, and nothing was read"_s};
    }
    if (shown.snapshot->text != fresh.snapshot->text) {
        faults.append(u"the reading is of another text"_s);
    } else if (!(*shown.analysis == *fresh.analysis)) {
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

QStringList panelFaults(const panels::RowView &list, const session::Reading &fresh)
{
    QStringList faults;
    const auto &units = fresh.bound.units;
    for (QModelIndex at = list.rows().index(0, 0); at.isValid(); at = list.rows().next(at)) {
        const panels::Row &row = list.rows().rowAt(at);
        if (row.kind != panels::RowKind::Unit || row.id < 0) {
            continue;
        }
        const auto id = static_cast<std::size_t>(row.id);
        if (id >= units.size()) {
            faults.append(u"the panel has a row for a unit that is not: "_s + row.title);
            continue;
        }
        const TextRange words = panels::rangeOf(fresh.analysis->attributions.at(id));
        if (row.range != words || row.shape != session::shapeOf(units.at(id).state)) {
            faults.append(u"the panel's row stands for another unit: "_s + row.title);
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
            || name.startsWith(u"Confirmed"_s);
        if (isCounted) {
            words.append(name);
        }
    }
    return words;
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

} // namespace

QStringList disagreements(window::MainWindow &window, const Clock &clock)
{
    page::StoryPage *page = window.currentStory();
    if (page == nullptr || page->session().openError()) {
        return {};
    }
    const session::StorySession &session = page->session();
    const session::Reading fresh = freshReading(session, clock());
    QStringList faults = readingFaults(session.reading(), fresh);
    faults += gutterFaults(page->body(), fresh);
    for (const panels::RowView *list : window.findChildren<panels::RowView *>()) {
        if (list->accessibleName() == u"Attributions"_s && list->isVisible()) {
            faults += panelFaults(*list, fresh);
        }
    }
    return faults + statusFaults(*window.findChild<window::StatusCells *>(), fresh);
}

} // namespace nutgraf::workflow
