// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/unit_work.h"

#include "review/anchors.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"

namespace nutgraf::window {

namespace {

bool isUndecided(const review::Unit &unit)
{
    switch (unit.state) {
    case review::UnitState::Open:
    case review::UnitState::Unsure:
    case review::UnitState::Reopened:
    case review::UnitState::NoSource:
        return true;
    default:
        return false;
    }
}

} // namespace

UnitWork::UnitWork(panels::SidePanel &panel, QObject *parent) : QObject(parent), m_panel(panel) { }

void UnitWork::setPage(page::StoryPage *page)
{
    m_page = page;
    m_unit = -1;
}

void UnitWork::choose(int attribution)
{
    m_unit = attribution;
}

void UnitWork::decide(review::Verdict verdict)
{
    if (m_page && m_unit >= 0) {
        m_page->session().decide(m_unit, verdict);
    }
}

void UnitWork::withdraw()
{
    if (m_page && m_unit >= 0) {
        m_page->session().withdraw(m_unit);
    }
}

void UnitWork::correct()
{
    if (!m_page) {
        return;
    }
    const TextRange words = selectedFor(m_unit);
    if (m_panel.isCorrecting()) {
        takeSelection();
    } else if (m_unit >= 0 || !words.isEmpty()) {
        m_panel.correct(m_unit, words);
        showTaken(words);
    } else {
        m_panel.show(panels::SidePanel::Section::Attribution); // to choose one
    }
}

/// What is selected belongs to the unit if it holds some of its words, or if there is none.
TextRange UnitWork::selectedFor(int unit) const
{
    const TextRange selected = m_page->selectedInStory();
    const auto &analysis = m_page->session().reading().analysis;
    if (unit < 0 || analysis == nullptr) {
        return selected;
    }
    const auto &attribution = analysis->attributions.at(static_cast<std::size_t>(unit));
    return review::contentSpan(attribution).overlaps(selected) ? selected : TextRange();
}

void UnitWork::takeSelection()
{
    if (m_page) {
        const TextRange words = m_page->selectedInStory();
        m_panel.takeWords(words);
        showTaken(words);
    }
}

/// The selection would cover how they are shown.
void UnitWork::showTaken(TextRange words)
{
    if (!words.isEmpty()) {
        m_page->clearSelection();
    }
}

void UnitWork::goToOpen(Direction direction)
{
    if (!m_page || m_page->session().reading().analysis == nullptr) {
        return;
    }
    const session::Reading &reading = m_page->session().reading();
    const int count = static_cast<int>(reading.bound.units.size());
    const int step = direction == Direction::Next ? 1 : -1;
    for (int i = 1; i <= count; ++i) {
        const int base = m_unit < 0 && step < 0 ? count : m_unit;
        const int at = ((base + step * i) % count + count) % count;
        const review::Unit &unit = reading.bound.units.at(static_cast<std::size_t>(at));
        if (!isUndecided(unit)) {
            continue;
        }
        const auto &attribution =
            reading.analysis->attributions.at(static_cast<std::size_t>(unit.attribution));
        m_unit = unit.attribution;
        m_panel.selectUnit(m_unit);
        m_page->setFocusUnit(m_unit);
        if (!attribution.content.empty()) {
            m_page->revealInStory(review::contentSpan(attribution));
        }
        return;
    }
}

} // namespace nutgraf::window
