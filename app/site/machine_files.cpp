// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/machine_files.h"

#include "base/clock.h"
#include "format/feeds.h"
#include "format/xml_text.h"
#include "site/made_mark.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

const QString Sitemaps = u"http://www.sitemaps.org/schemas/sitemap/0.9"_s;

} // namespace

QByteArray robots(const Frame &frame)
{
    QString text = u"# "_s + madeMark(u"robots.txt"_s) + u"\nUser-agent: *\nAllow: /\n"_s;
    if (frame.website.textMining == story::TextMining::Reserved) {
        text += u"\n# Text and data mining is reserved: /.well-known/tdmrep.json\nLicense: "_s
            + frame.address + u"/license.xml\n"_s;
    }
    return (text + u"\nSitemap: "_s + frame.address + u"/sitemap.xml\n"_s).toUtf8();
}

QByteArray tdmReservation(const Frame &frame)
{
    QJsonObject all{{u"location"_s, u"/"_s}, {u"tdm-reservation"_s, 1}};
    if (!frame.website.textMiningPolicy.isEmpty())
        all[u"tdm-policy"_s] = frame.website.textMiningPolicy;
    return markedJson(QJsonDocument(QJsonArray{all}).toJson(), u".well-known/tdmrep.json"_s);
}

QByteArray rslLicence(const Frame &frame)
{
    format::XmlText xml;
    xml.open("rsl"_L1, {{"xmlns"_L1, u"https://rslstandard.org/rsl"_s}});
    xml.open("content"_L1, {{"url"_L1, u"/"_s}});
    xml.open("license"_L1);
    xml.words("permits"_L1, u"search"_s, {{"type"_L1, u"usage"_s}});
    xml.words("prohibits"_L1, u"ai-all"_s, {{"type"_L1, u"usage"_s}});
    xml.close();
    xml.words("terms"_L1, frame.website.textMiningPolicy);
    xml.words("copyright"_L1, frame.name, {{"type"_L1, u"organization"_s}});
    return markedXml(xml.file(), u"license.xml"_s);
}

QByteArray monthSitemap(const Frame &frame, const QString &month,
                        std::span<const Card *const> stories)
{
    format::XmlText xml;
    xml.open("urlset"_L1, {{"xmlns"_L1, Sitemaps}});
    for (const Card *card : stories) {
        xml.open("url"_L1);
        xml.words("loc"_L1, frame.address + u'/' + card->page);
        xml.words("lastmod"_L1, isoUtc(card->modified));
        xml.close();
    }
    return markedXml(xml.file(), u"sitemaps/"_s + month + u".xml"_s);
}

QByteArray sitemapIndex(const Frame &frame, const QStringList &months)
{
    format::XmlText xml;
    xml.open("sitemapindex"_L1, {{"xmlns"_L1, Sitemaps}});
    for (const QString &month : months) {
        xml.nested("sitemap"_L1, "loc"_L1, frame.address + u"/sitemaps/"_s + month + u".xml"_s);
    }
    return markedXml(xml.file(), u"sitemap.xml"_s);
}

QByteArray atomFeed(const Frame &frame, std::vector<format::Edition> editions,
                    const QDateTime &updated)
{
    return markedXml(format::writeAtomFeed({frame.agency, updated, std::move(editions)}),
                     u"feed.atom.xml"_s);
}

QByteArray jsonFeed(const Frame &frame, std::vector<format::Edition> editions,
                    const QDateTime &updated)
{
    return markedJson(format::writeJsonFeed({frame.agency, updated, std::move(editions)}),
                      u"feed.json"_s);
}

} // namespace nutgraf::site
