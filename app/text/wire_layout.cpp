// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/wire_layout.h"

#include "text/segments.h"

#include <QRegularExpression>
#include <QString>

namespace nutgraf::text {

namespace {

constexpr qsizetype MaxHeadline = 180;
constexpr qsizetype MaxDeck = 300;

/// Months, days or numbers of a dateline's date.
const QString DatePattern = QStringLiteral(
    R"((?:\d{1,2}\s+)?(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)");
/// A place in capitals: `WASHINGTON`, `ST. PAUL, Minn.`, `RIO DE JANEIRO`, `ABU DHABI, United Arab
/// Emirates`.
const QString PlacePattern = QStringLiteral(
    R"(\p{Lu}[\p{Lu}.’'\-]+(?:[ /]\p{Lu}[\p{Lu}.’'\-]*)*(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)*)?)");

struct Patterns {
    QRegularExpression lineDateline{
        QStringLiteral("^(?<place>%1)(?:, (?<date>%2))?(?: \\([^)]{2,40}\\))?(?:\\s*[-–—:]+)?$")
            .arg(PlacePattern, DatePattern)};
    QRegularExpression inlineDateline{
        QStringLiteral("^(?<place>%1|\\p{Lu}[\\p{L}.’'\\-]+(?: \\p{Lu}[\\p{L}.’'\\-]+){0,3}(?=,? "
                       "\\(|, \\p{L}+\\.? \\d{1,2}(?: \\([^)]*\\))? ?(?:--?|[–—])))"
                       "(?:, (?<date>%2))?(?: ?\\((?<agency>[^)]{2,40})\\))?"
                       "(?: (?:--?|[–—]) ?| ?(?:--|[–—]) ?)(?=\\S)")
            .arg(PlacePattern, DatePattern)};
    QRegularExpression byline{QStringLiteral(
        R"(^(?:By|BY) \p{Lu}[\p{L}.’'\-]+(?:[ ,]+(?:and|AND|in|for|with|de|van|von|al|\p{Lu}[\p{L}.’'\-]*)){0,14}$)")};
    QRegularExpression noticeWord{
        QStringLiteral(
            R"((subscri|in summari[sz]ed form|news broadcasting system|contains only a (?:portion|part|selection)|contact us|all rights reserved|may not be (?:published|reproduced|redistributed)|full (?:story|text) is available|©))"),
        QRegularExpression::CaseInsensitiveOption};
};

/// A line that ends like a sentence is no headline.
bool endsLikeProse(QStringView line)
{
    qsizetype end = line.size();
    while (end > 0 && QStringView(u"\"'”’»)").contains(line[end - 1]))
        --end;
    return end > 0 && (line[end - 1] == u'.' || line[end - 1] == u',' || line[end - 1] == u';');
}

class Layouter {
public:
    explicit Layouter(QStringView text) : m_text(text), m_lines(paragraphs(text, {0, text.size()}))
    {
    }

    [[nodiscard]] WireLayout read();

private:
    [[nodiscard]] QStringView line(size_t i) const
    {
        return m_lines[i].in(m_text);
    }
    [[nodiscard]] bool isByline(size_t i) const
    {
        return line(i).size() <= 160 && m_patterns.byline.matchView(line(i)).hasMatch();
    }
    [[nodiscard]] QRegularExpressionMatch dateline(size_t i) const;
    [[nodiscard]] QRegularExpressionMatch inlineDateline(size_t i) const;
    [[nodiscard]] bool isTitle(size_t i, qsizetype longest) const;
    void readTitles();
    void readByline();
    bool readDateline();
    void readNotice();
    void setDateline(const QRegularExpressionMatch &match, qsizetype base);

    QStringView m_text;
    std::vector<TextRange> m_lines;
    Patterns m_patterns;
    WireLayout m_layout;
    size_t m_next = 0;
};

QRegularExpressionMatch Layouter::dateline(size_t i) const
{
    return line(i).size() <= 90 ? m_patterns.lineDateline.matchView(line(i))
                                : QRegularExpressionMatch();
}

/// What follows it is running text: "SOCCER - JAPAN GET LUCKY WIN" is a headline.
QRegularExpressionMatch Layouter::inlineDateline(size_t i) const
{
    const QStringView opening = line(i).first(std::min<qsizetype>(line(i).size(), 200));
    QRegularExpressionMatch match = m_patterns.inlineDateline.matchView(opening);
    const auto isSmall = [](QChar c) {
        return c.isLower();
    };
    return match.hasMatch() && std::ranges::any_of(opening.sliced(match.capturedEnd()), isSmall)
        ? match
        : QRegularExpressionMatch();
}

bool Layouter::isTitle(size_t i, qsizetype longest) const
{
    return i + 1 < m_lines.size() && line(i).size() <= longest && !endsLikeProse(line(i))
        && !isByline(i) && !inlineDateline(i).hasMatch();
}

/// A headline may itself be in capitals; the deck may not look like a dateline.
void Layouter::readTitles()
{
    if (!isTitle(m_next, MaxHeadline))
        return;
    const bool isLoneDateline =
        dateline(m_next).hasMatch() && line(m_next).size() <= 30 && endsLikeProse(line(m_next + 1));
    if (isLoneDateline)
        return;
    m_layout.headline = m_lines[m_next++];
    if (isTitle(m_next, MaxDeck) && !dateline(m_next).hasMatch())
        m_layout.deck = m_lines[m_next++];
}

void Layouter::readByline()
{
    if (!m_layout.byline && m_next < m_lines.size() && isByline(m_next))
        m_layout.byline = m_lines[m_next++];
}

void Layouter::setDateline(const QRegularExpressionMatch &match, qsizetype base)
{
    const auto range = [&](QStringView name) {
        return TextRange{base + match.capturedStart(name), base + match.capturedEnd(name)};
    };
    m_layout.datelinePlace = range(u"place");
    if (match.hasCaptured(u"date"))
        m_layout.datelineDate = range(u"date");
}

/// True if the dateline took a line of its own.
bool Layouter::readDateline()
{
    if (m_next >= m_lines.size())
        return false;
    const QRegularExpressionMatch own = dateline(m_next);
    if (own.hasMatch() && m_next + 1 < m_lines.size()) {
        setDateline(own, m_lines[m_next++].begin);
        return true;
    }
    const QRegularExpressionMatch inlined = inlineDateline(m_next);
    if (inlined.hasMatch()) {
        setDateline(inlined, m_lines[m_next].begin);
        m_lines[m_next].begin += inlined.capturedEnd();
    }
    return false;
}

void Layouter::readNotice()
{
    if (m_lines.size() < m_next + 2)
        return;
    const QStringView last = line(m_lines.size() - 1);
    if (last.size() > 600)
        return;
    qsizetype hits = 0;
    for (auto it = m_patterns.noticeWord.globalMatchView(last); it.hasNext(); it.next())
        ++hits;
    if (hits >= 2) {
        m_layout.notice = m_lines.back();
        m_lines.pop_back();
    }
}

WireLayout Layouter::read()
{
    if (m_lines.empty())
        return m_layout;
    readTitles();
    readByline();
    if (readDateline())
        readByline();
    readNotice();
    m_layout.paragraphs.assign(m_lines.begin() + static_cast<qsizetype>(m_next), m_lines.end());
    return m_layout;
}

} // namespace

WireLayout wireLayout(QStringView text)
{
    return Layouter(text).read();
}

} // namespace nutgraf::text
