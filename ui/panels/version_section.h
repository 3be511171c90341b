// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row_view.h"
#include "ui/panels/version_rows.h"

#include <QWidget>

class QPushButton;

namespace nutgraf::panels {
class ReasonCard;
}

namespace nutgraf::panels {

/// The draft and what was published, newest first. Reads and verifies on a worker thread.
class VersionSection final : public QWidget {
    Q_OBJECT
public:
    explicit VersionSection(QWidget *parent = nullptr);

    /// Reads the versions of a story anew; an empty folder: there are none.
    void load(const QString &storyFolder, const QString &draftPath);
    [[nodiscard]] int newestVersion() const; ///< 0: none
    [[nodiscard]] bool isDamaged() const; ///< the versions are not, or not all, that went out
    [[nodiscard]] RowView &list() const;

Q_SIGNALS:
    void loaded();
    /// Every hash was recomputed; so many differ.
    void verified(int faults);
    void compareRequested(int olderVersion, int newerVersion);
    void openRequested(int version);
    void restoreRequested(int version);

private:
    void buildButtons(QLayout &layout);
    void fill();
    void compare();
    void verify();
    void showOutcome(const std::vector<Error> &faults);
    [[nodiscard]] int currentVersion() const;
    void enableButtons();

    RowView *m_list = nullptr;
    ReasonCard *m_outcome = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_verify = nullptr;
    VersionsState m_state;
    Verification m_verification;
    int m_reading = 0; ///< number of the newest read; older answers are dropped
};

} // namespace nutgraf::panels
