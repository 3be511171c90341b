// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/unit_ref.h"

#include <QObject>
#include <QPointer>

namespace nutgraf::page {
class StoryPage;
}
namespace nutgraf::panels {
class SidePanel;
}

namespace nutgraf::window {

/// Decisions from the keyboard while writing: about the attribution under the caret or chosen in
/// the panel, and the way to the next undecided one.
class UnitWork final : public QObject {
    Q_OBJECT
public:
    UnitWork(panels::SidePanel &panel, QObject *parent);

    void setPage(page::StoryPage *page);
    void choose(const std::optional<review::UnitRef> &unit);
    void decide(review::Verdict verdict);
    void withdraw();
    /// Opens the form for the attribution, or takes the words selected in the text into an open
    /// one.
    void correct();
    void takeSelection();
    enum class Direction { Next, Previous };
    void goToOpen(Direction direction);

private:
    [[nodiscard]] std::optional<int> chosen() const;
    [[nodiscard]] TextRange selectedFor(std::optional<int> attribution) const;
    void goTo(int attribution);
    void showTaken(TextRange words);

    panels::SidePanel &m_panel;
    QPointer<page::StoryPage> m_page;
    std::optional<review::UnitRef> m_unit;
};

} // namespace nutgraf::window
