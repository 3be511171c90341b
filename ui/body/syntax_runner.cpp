// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/syntax_runner.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>

#include <QCoreApplication>
#include <QPen>
#include <QTextBlockUserData>
#include <QTextDocument>

#include <optional>

namespace nutgraf::body {

namespace {

using KSyntaxHighlighting::Definition;
using KSyntaxHighlighting::Repository;
using KSyntaxHighlighting::State;

constexpr int LongestLine = 16 * 1024; // a longer one stays plain: running it would be felt
constexpr int MostLinesBack = 200; // looked at for a known state above a line

// Owned by the application object, so that all editors share it and it ends with the program.
class SyntaxLibrary final : public QObject {
public:
    explicit SyntaxLibrary(QObject *parent) : QObject(parent)
    {
        m_repository.addCustomSearchPath(QStringLiteral(":/nutgraf"));
    }
    [[nodiscard]] Definition story() const
    {
        return m_repository.definitionForName(QStringLiteral("Nutgraf Story"));
    }

private:
    Repository m_repository;
};

} // namespace

Definition storySyntax()
{
    const QString name = QStringLiteral("nutgraf-syntax-library");
    for (QObject *child : qApp->children()) {
        if (child->objectName() == name)
            return static_cast<SyntaxLibrary *>(child)->story();
    }
    auto *library = new SyntaxLibrary(qApp);
    library->setObjectName(name);
    return library->story();
}

/// What is known of a line; lives with its block.
struct SyntaxRunner::Line final : QTextBlockUserData {
    int generation = -1;
    int textRevision = -1; ///< of the block when it was run
    State before;
    State after;
    QList<QTextLayout::FormatRange> ranges;
};

SyntaxRunner::SyntaxRunner() = default;
SyntaxRunner::~SyntaxRunner() = default;

void SyntaxRunner::begin(const Definition &definition, Start start)
{
    setDefinition(definition);
    ++m_generation;
    m_formats.clear();
    m_start = State();
    if (start == Start::Body && definition.isValid()) {
        // An empty header takes the definition to where the body begins.
        const QString fence = QStringLiteral("---");
        m_start = highlightLine(fence, highlightLine(fence, m_start));
    }
}

bool SyntaxRunner::isReady() const
{
    return definition().isValid();
}

void SyntaxRunner::setColours(const look::Colours &colours)
{
    m_colours = colours;
    m_formats.clear();
    ++m_generation;
}

qsizetype SyntaxRunner::linesRun() const
{
    return m_linesRun;
}

SyntaxRunner::Line *SyntaxRunner::known(const QTextBlock &block) const
{
    auto *line = static_cast<Line *>(block.userData());
    const bool isFresh = line != nullptr && line->generation == m_generation
        && line->textRevision == block.revision();
    return isFresh ? line : nullptr;
}

// Where to begin so that the state before `block` is right: below a line that was found right for
// the text as it is now, or below an empty line, at which every context but the header ends. So a
// jump to the end of a long text does not run all of it.
QTextBlock SyntaxRunner::startFor(const QTextBlock &block) const
{
    const bool isSameText = m_rightRevision == block.document()->revision();
    QTextBlock start = block;
    for (int i = 0; i < MostLinesBack; ++i) {
        const QTextBlock above = start.previous();
        const bool isRight = isSameText && above == m_right && known(above) != nullptr;
        if (!above.isValid() || isRight || above.length() <= 1)
            break;
        start = above;
    }
    return start;
}

QList<QTextLayout::FormatRange> SyntaxRunner::formats(const QTextBlock &block)
{
    if (!isReady())
        return {};
    QTextBlock at = startFor(block);
    const Line *above = at.previous().isValid() ? known(at.previous()) : nullptr;
    State state = above != nullptr ? above->after : m_start;
    while (true) {
        const Line *line = known(at);
        if (line == nullptr || line->before != state)
            line = &run(at, state);
        if (at == block) {
            m_right = block;
            m_rightRevision = block.document()->revision();
            return line->ranges;
        }
        state = line->after;
        at = at.next();
    }
}

const SyntaxRunner::Line &SyntaxRunner::run(QTextBlock block, const State &before)
{
    auto *line = static_cast<Line *>(block.userData());
    if (line == nullptr) {
        line = new Line; // the block takes it
        block.setUserData(line);
    }
    line->generation = m_generation;
    line->textRevision = block.revision();
    line->before = before;
    m_ranges.clear();
    line->after = block.length() <= LongestLine ? highlightLine(block.text(), before) : before;
    line->ranges = m_ranges;
    ++m_linesRun;
    return *line;
}

void SyntaxRunner::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length <= 0 || !format.isValid())
        return;
    auto known = m_formats.constFind(format.id());
    if (known == m_formats.constEnd())
        known = m_formats.insert(format.id(), charFormat(format));
    if (known->isEmpty())
        return;
    m_ranges.push_back({offset, length, *known});
}

// The story is set in one colour: what is not the reader's text steps back, links look like links.
// What is bold, BodyLayout has set so: a bold font takes more room. A dateline's weight is drawn.
QTextCharFormat SyntaxRunner::charFormat(const KSyntaxHighlighting::Format &format) const
{
    using KSyntaxHighlighting::Theme;
    QTextCharFormat result;
    switch (format.textStyle()) {
    case Theme::TextStyle::Comment:
    case Theme::TextStyle::Others:
    case Theme::TextStyle::Operator:
    case Theme::TextStyle::Annotation:
        result.setForeground(m_colours.ink2);
        break;
    case Theme::TextStyle::Import:
        result.setForeground(m_colours.accent);
        break;
    case Theme::TextStyle::Keyword:
    case Theme::TextStyle::ControlFlow:
        result.setForeground(m_colours.ink);
        if (!format.isBold(KSyntaxHighlighting::Theme()))
            result.setTextOutline(QPen(m_colours.ink, 0.5));
        break;
    case Theme::TextStyle::Error:
    case Theme::TextStyle::Alert:
        result.setForeground(m_colours.danger);
        break;
    default:
        break;
    }
    return result;
}

} // namespace nutgraf::body
