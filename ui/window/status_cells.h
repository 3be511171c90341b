// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStatusBar>
#include <QString>

#include <optional>

class QLabel;

namespace nutgraf::window {

/// What the status bar says about the story in front.
struct StatusFacts {
    qsizetype words = 0;
    int quotes = 0;
    int attributed = 0;
    int confirmed = 0;
    int unsourced = 0;
    bool isReading = false; ///< the analysis is under way for more than a moment
    QString language; ///< BCP 47
    QString saved; ///< "Saved 12:04:07", "Not saved yet"
    QString failure; ///< a failed save takes the saved time's cell, in danger
};

/// Cells parted by lines: the story's at the left, the program's at the right.
class StatusCells final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusCells(QWidget *parent = nullptr);

    /// nullopt: no story is in front, and `otherwise` is said in its place.
    void show(const std::optional<StatusFacts> &facts, const QString &otherwise = tr("Ready"));
    void setZoom(double factor);
    /// Deliveries of the desk; nothing is said while none waits and none failed.
    void showOutbox(int waiting, int failed);
    enum class Width { Wide, Narrow };
    void setWidth(Width width);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Cell;
    Cell *addCell(const QString &name, bool isRight);
    void showQuotes(const StatusFacts &facts);

    bool m_isNarrow = false;
    Cell *m_words;
    Cell *m_minutes;
    Cell *m_quotes;
    Cell *m_confirmed;
    Cell *m_unsourced;
    Cell *m_reading;
    Cell *m_outbox;
    Cell *m_language;
    Cell *m_zoom;
    Cell *m_saved;
};

} // namespace nutgraf::window
