// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/publish_draft.h"

#include <QAbstractListModel>

namespace nutgraf::publish {

/// The summary's units as rows that can be ticked; a tick takes what it needs along.
class UnitModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit UnitModel(PublishDraft &draft, QObject *parent = nullptr);

    /// The draft's units or their selection were changed elsewhere.
    void refresh();
    [[nodiscard]] const summary::Unit &unit(int row) const;
    [[nodiscard]] bool isPicked(int row) const;
    /// Picked in the last version, in other words.
    [[nodiscard]] bool isChanged(int row) const;
    /// "¶ 4 · if picked, the pronoun becomes a name"; of a row that is picked: "it becomes one"
    [[nodiscard]] QString note(int row) const;
    [[nodiscard]] QString words(int row) const;
    [[nodiscard]] QString initials(int row) const;
    [[nodiscard]] bool isClarification(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void picked();

private:
    [[nodiscard]] QString noteWords(int row, summary::UnitNote note) const;

    PublishDraft &m_draft;
    int m_count = 0;
};

} // namespace nutgraf::publish
