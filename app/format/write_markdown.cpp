// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/body_text.h"
#include "format/edition_text.h"
#include "format/printable_edition.h"
#include "format/yaml_text.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString quoted(const QString &value)
{
    return yamlScalar(value, YamlStyle::DoubleQuoted, YamlContext::Block);
}

class FrontMatter {
public:
    void add(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty())
            m_text += key + u": "_s + quoted(value) + u'\n';
    }
    void add(QLatin1StringView key, int value)
    {
        m_text += key + u": "_s + QString::number(value) + u'\n';
    }
    void add(QLatin1StringView key, const QStringList &values)
    {
        QStringList parts;
        for (const QString &value : values)
            parts.append(quoted(value));
        m_text += key + u": ["_s + parts.join(u", "_s) + u"]\n"_s;
    }
    [[nodiscard]] QString text() const
    {
        return u"---\n"_s + m_text + u"---\n"_s;
    }

private:
    QString m_text;
};

QString frontMatter(const Edition &edition, const EditionText &text)
{
    FrontMatter front;
    front.add("guid"_L1, edition.guid);
    front.add("version"_L1, edition.version);
    front.add("edition"_L1, text.edition);
    front.add("profile"_L1, text.profile);
    front.add("pubstatus"_L1, text.status);
    front.add("headline"_L1, text.headline);
    front.add("deck"_L1, text.deck);
    front.add("byline"_L1, text.byline);
    front.add("dateline"_L1, text.dateline);
    front.add("slugline"_L1, text.slugline);
    front.add("urgency"_L1, edition.story.urgency);
    front.add("language"_L1, edition.story.language);
    front.add("firstcreated"_L1, isoUtc(edition.firstCreated));
    front.add("versioncreated"_L1, isoUtc(edition.versionCreated));
    front.add("subjects"_L1, text.subjects);
    if (text.embargo)
        front.add("embargoed"_L1, isoUtc(*text.embargo));
    front.add("signal"_L1, text.signal);
    front.add("signaltext"_L1, text.signalText);
    if (text.isWeb)
        front.add("derivedfrom"_L1, versionId(edition.wireGuid, edition.version));
    return front.text();
}

/// The dateline stands at the head of the first paragraph.
QString withDateline(const EditionText &text, const QString &dateline, const QString &body)
{
    if (text.dateline.isEmpty())
        return body;
    const bool isRunIn = !text.body.empty() && text.body.front().kind == text::BlockKind::Paragraph;
    return isRunIn ? dateline + body : dateline.trimmed() + u"\n\n"_s + body;
}

} // namespace

QByteArray writeMarkdown(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QStringList parts{markdownHeadline(text.headline)};
    if (!text.byline.isEmpty())
        parts.append(markdownLine(text.byline));
    if (!text.isKilled) {
        if (!text.body.empty())
            parts.append(withDateline(text, u"**"_s + markdownLine(text.dateline) + u"** — "_s,
                                      markdownBody(text.body)));
        if (!text.notice.isEmpty())
            parts.append(markdownLine(text.notice));
    }
    return (frontMatter(edition, text) + u'\n' + parts.join(u"\n\n"_s) + u'\n').toUtf8();
}

QByteArray writePlainText(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QStringList parts{text.headline};
    for (const QString &line : {text.deck, text.byline}) {
        if (!line.isEmpty())
            parts.append(line);
    }
    if (text.embargo)
        parts.append(u"EMBARGOED until "_s + isoUtc(*text.embargo));
    if (text.signal == "correction"_L1)
        parts.append(u"CORRECTION: "_s + text.signalText);
    if (text.isKilled)
        parts.append(text.isWeb ? u"This story has been withdrawn."_s : text.editorsNote);
    if (!text.body.empty())
        parts.append(withDateline(text, text.dateline + u" — "_s, plainBody(text.body)));
    if (!text.notice.isEmpty())
        parts.append(text.notice);
    return (parts.join(u"\n\n"_s) + u'\n').toUtf8();
}

} // namespace nutgraf::format
