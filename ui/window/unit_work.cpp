// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/unit_work.h"

#include "review/anchors.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/session/unit_decisions.h"

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
    m_unit.reset();
}

void UnitWork::choose(const std::optional<review::UnitRef> &unit)
{
    m_unit = unit;
}

void UnitWork::decide(review::Verdict verdict)
{
    if (m_page && m_unit) {
        m_page->session().decisions().decide(*m_unit, verdict);
    }
}

void UnitWork::withdraw()
{
    if (m_page && m_unit) {
        m_page->session().decisions().withdraw(*m_unit);
    }
}

/// Where the chosen unit stands in the reading of now.
std::optional<int> UnitWork::chosen() const
{
    const session::Reading &reading = m_page->session().reading();
    return m_unit && reading.analysis
        ? review::resolve(*m_unit, *reading.snapshot, *reading.analysis)
        : std::nullopt;
}

void UnitWork::correct()
{
    if (!m_page) {
        return;
    }
    const std::optional<int> unit = chosen();
    const TextRange words = selectedFor(unit);
    if (m_panel.isCorrecting()) {
        takeSelection();
    } else if (unit || !words.isEmpty()) {
        m_panel.correct(unit ? m_unit : std::nullopt, words);
        showTaken(words);
    } else {
        m_panel.show(panels::SidePanel::Section::Attribution); // to choose one
    }
}

/// What is selected belongs to the unit if it holds some of its words, or if there is none.
TextRange UnitWork::selectedFor(std::optional<int> attribution) const
{
    const TextRange selected = m_page->selectedInStory();
    if (!attribution) {
        return selected;
    }
    const auto &all = m_page->session().reading().analysis->attributions;
    const TextRange words = review::contentSpan(all.at(static_cast<std::size_t>(*attribution)));
    return words.overlaps(selected) ? selected : TextRange();
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
    const int base = chosen().value_or(step < 0 ? count : -1);
    for (int i = 1; i <= count; ++i) {
        const int at = ((base + step * i) % count + count) % count;
        const review::Unit &unit = reading.bound.units.at(static_cast<std::size_t>(at));
        if (isUndecided(unit)) {
            goTo(unit.attribution);
            return;
        }
    }
}

void UnitWork::goTo(int attribution)
{
    m_unit = m_page->session().decisions().unit(attribution);
    m_panel.selectUnit(m_unit);
    m_page->setFocusUnit(m_unit);
    if (m_unit && !m_unit->place.isEmpty()) {
        m_page->revealInStory(m_unit->place);
    }
}

} // namespace nutgraf::window
