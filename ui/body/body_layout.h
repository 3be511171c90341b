// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextDocumentLayout>
#include <QTextBlock>

namespace nutgraf::body {

/// Lays plain text out with a line height and a gap between paragraphs, which
/// QPlainTextDocumentLayout does not know: the lines it made are moved when their block is asked
/// for.
class BodyLayout final : public QPlainTextDocumentLayout {
    Q_OBJECT
public:
    explicit BodyLayout(QTextDocument *document);

    /// What a line takes, and how thick a line below the text may be and still lie inside.
    struct Metrics {
        qreal lineHeight = 24;
        qreal underline = 2;
        qreal topGap = 0; ///< above the first line of the text
        friend bool operator==(const Metrics &, const Metrics &) = default;
    };
    /// Call it again when the document's font changes.
    void setMetrics(const Metrics &metrics);
    [[nodiscard]] const Metrics &metrics() const;

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;
    /// How far above and below its rectangle a block is painted, in pixels: the glyphs of a
    /// fallback font, and what is drawn around or below words.
    [[nodiscard]] int reach() const;

    /// Vertical space of a laid-out line in its block: the whole line height, not only the glyphs.
    struct Slot {
        qreal top = 0;
        qreal height = 0;
    };
    [[nodiscard]] Slot slotOf(const QTextBlock &block, int line) const;
    /// The line of `block` at `y` (block coordinates); the nearest for gaps and margins.
    [[nodiscard]] int lineAt(const QTextBlock &block, qreal y) const;

    /// While text is appended out of sight nothing is repainted.
    void beginAppending();
    void endAppending();
    /// Tells the view how long the appended text has become; costs the layout of the last block.
    void announceSize();

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    [[nodiscard]] qreal gapAbove(const QTextBlock &block) const;
    void placeLines(const QTextBlock &block) const;
    void setWeights(int from, int length) const;

    Metrics m_metrics;
    qreal m_baseline = 18; ///< below the top of a line
    bool m_appending = false;
};

} // namespace nutgraf::body
