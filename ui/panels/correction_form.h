// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/corrections.h"
#include "ui/session/reading.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace nutgraf::panels {

/// Puts an attribution right, in place below its row: who says it, of which kind it is, and where
/// its words begin and end. Enter applies, Escape leaves; Alt+← → move the beginning by a word,
/// Alt+Shift+← → the end. All ranges are UTF-16 units of the reading's snapshot.
class CorrectionForm final : public QFrame {
    Q_OBJECT
public:
    explicit CorrectionForm(QWidget *parent = nullptr);

    /// Shows itself with the keyboard in the speaker's field.
    void open(const session::Reading &reading, const review::Amendment &amendment);
    /// A newer reading, in which the attribution has another number; what was entered stays where
    /// its words still stand.
    void follow(const session::Reading &reading, int attribution);
    /// Hides itself without change.
    void close();
    void takeWords(TextRange words);
    /// It was opened on the text of `reading`.
    [[nodiscard]] bool isOf(const session::Reading &reading) const;
    [[nodiscard]] review::Amendment amendment() const;

Q_SIGNALS:
    void applied(const nutgraf::review::Amendment &amendment);
    void cancelled();
    /// The words as they stand now, to be shown in the text; empty: none any more.
    void wordsProposed(nutgraf::TextRange words);
    /// The user wants what is selected in the text.
    void selectionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(QGridLayout &layout);
    void buildFields(QGridLayout &layout);
    void buildWords(QGridLayout &layout);
    void buildFoot(QGridLayout &layout);
    [[nodiscard]] QToolButton *addStep(review::Edge edge, review::Step step);
    [[nodiscard]] QPushButton *addButton(const QString &words, const QString &toolTip);
    [[nodiscard]] QLabel *addLabel(const QString &words);
    [[nodiscard]] bool filterSuggestions(const QKeyEvent &press);
    [[nodiscard]] QModelIndex suggestion() const;
    void showSuggestion();
    void offerSpeakers(const QString &speaker);
    void move(review::Edge edge, review::Step step);
    void setWords(TextRange words);
    void apply();
    void applyLook();

    QLabel *m_title = nullptr;
    QToolButton *m_leave = nullptr;
    QComboBox *m_speaker = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_words = nullptr;
    std::vector<QLabel *> m_labels;
    session::Reading m_reading;
    int m_attribution = -1;
    TextRange m_content;
};

} // namespace nutgraf::panels
