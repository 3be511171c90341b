// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QDialog>

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;

namespace nutgraf::settings {

/// What a house sets for all that work on its desk: the agency, the wording of editions, the
/// website. Says at once which of it desk.json would not be read with.
class DeskSettingsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit DeskSettingsDialog(desk::Settings settings, QWidget *parent = nullptr);

    /// As the fields say. What this dialog has no field for is as it was given.
    [[nodiscard]] desk::Settings settings() const;

private:
    /// A field of the form, by the key that desk.json has for it.
    struct Row {
        QString key;
        QString label;
        std::function<void(desk::Settings &)> store;
    };
    enum class Lines { One, Few };
    struct Words {
        QString key;
        QString label;
        QString value;
        QString toolTip;
        Lines lines = Lines::One;
    };
    using Store = std::function<void(desk::Settings &, const QString &)>;

    QWidget *makeAgency();
    QWidget *makeEditions();
    QWidget *makeWebsite();
    void addWords(QFormLayout &form, const Words &words, Store store);
    void addLength(QFormLayout &form);
    void addMining(QFormLayout &form);
    void addSigning(QFormLayout &form);
    void check();

    desk::Settings m_given;
    std::vector<Row> m_rows;
    QLabel *m_fault;
    QPushButton *m_save = nullptr;
};

} // namespace nutgraf::settings
