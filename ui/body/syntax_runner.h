// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/tokens.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QList>
#include <QTextBlock>
#include <QTextLayout>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

namespace nutgraf::body {

/// The project's syntax definition, read once for all editors of the program. Reading it takes
/// some milliseconds: ask after the first paint.
[[nodiscard]] KSyntaxHighlighting::Definition storySyntax();

/// Runs KSyntaxHighlighting for the lines that are seen, and no others: each line keeps the state
/// it ended in, and is run again only if its text or the state before it changed. The formats go to
/// whoever paints the line; the document's layout never hears of them.
class SyntaxRunner final : private KSyntaxHighlighting::AbstractHighlighter {
public:
    SyntaxRunner();
    ~SyntaxRunner() override;

    /// Where the text stands in its file: with the header, or only what follows it.
    enum class Start { Header, Body };
    void begin(const KSyntaxHighlighting::Definition &definition, Start start);
    [[nodiscard]] bool isReady() const;
    void setColours(const look::Colours &colours);

    /// The formats of a line, for QTextLayout::draw.
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const QTextBlock &block);
    /// How many lines were run so far (for tests).
    [[nodiscard]] qsizetype linesRun() const;

private:
    struct Line;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    const Line &run(QTextBlock block, const KSyntaxHighlighting::State &before);
    [[nodiscard]] Line *known(const QTextBlock &block) const;
    [[nodiscard]] QTextBlock startFor(const QTextBlock &block) const;
    [[nodiscard]] QTextCharFormat charFormat(const KSyntaxHighlighting::Format &format) const;

    KSyntaxHighlighting::State m_start;
    QHash<int, QTextCharFormat> m_formats; ///< by the id of KSyntaxHighlighting's format
    QList<QTextLayout::FormatRange> m_ranges; ///< of the line being run
    look::Colours m_colours;
    QTextBlock m_right; ///< the line asked for last: its state is right at
    int m_rightRevision = -1; ///< this revision of the document
    qsizetype m_linesRun = 0;
    int m_generation = 0; ///< rises when every line must be run again
};

} // namespace nutgraf::body
