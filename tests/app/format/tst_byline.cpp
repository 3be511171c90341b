// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/byline.h"

#include <QStringList>
#include <QTest>

using namespace nutgraf::format;
using namespace Qt::StringLiterals;

class TestByline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesItsWriters_data() const;
    void namesItsWriters() const;
};

/// Expected: persons as they are, organizations in brackets.
void TestByline::namesItsWriters_data() const
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("writers");
    const auto row = [](const char16_t *byline, const char16_t *writers) {
        QTest::newRow(qPrintable(QString(byline))) << QString(byline) << QString(writers);
    };
    row(u"Ann Lee", u"Ann Lee");
    row(u"Ann Lee and Jon Vester", u"Ann Lee|Jon Vester");
    row(u"ANN LEE, JON VESTER AND BO BYFIELD", u"ANN LEE|JON VESTER|BO BYFIELD");
    row(u"Ann Lee & Jon Vester", u"Ann Lee|Jon Vester");
    row(u"Ann Lee; Jon Vester", u"Ann Lee|Jon Vester");
    row(u"Madonna and Cher", u"Madonna|Cher");
    row(u"Alexander Anderson", u"Alexander Anderson");
    row(u"Abby Bygones", u"Abby Bygones");
    row(u"Maria de los Andes y Vega", u"Maria de los Andes y Vega");
    row(u"Kim In Young", u"Kim In Young");
    row(u"Ann Lee, The Veyra Tribune", u"Ann Lee");
    row(u"Ann Lee, Meridian Wire", u"Ann Lee");
    row(u"Ann Lee, chief correspondent", u"Ann Lee");
    row(u"Ann Lee, AP Sports Writer", u"Ann Lee");
    row(u"Ann Lee, Political Editor, and Jon Vester", u"Ann Lee|Jon Vester");
    row(u"Ann Lee in Port Calder and Jon Vester in Veyra", u"Ann Lee|Jon Vester");
    row(u"ANN LEE IN PORT CALDER", u"ANN LEE");
    row(u"Ann Lee, Port Lorne", u"Ann Lee");
    row(u"Harbour Sandbank Staff", u"[Harbour Sandbank Staff]");
    row(u"Smith & Sons Weather Desk", u"[Smith & Sons Weather Desk]");
    row(u"Harbour and Port Desk", u"[Harbour and Port Desk]");
    row(u"Ann Lee and Meridian Staff", u"Ann Lee|[Meridian Staff]");
    row(u"maria lopez", u"maria lopez");
    row(u"李安、王明", u"李安|王明");
    row(u" , ", u"");
    row(u"", u"");
}

void TestByline::namesItsWriters() const
{
    QFETCH(QString, byline);
    QStringList writers;
    for (const Author &author : authorsOf(byline, u"PORT LORNE"_s)) {
        writers.append(author.kind == AuthorKind::Person ? author.name : u'[' + author.name + u']');
    }
    QTEST(writers.join(u'|'), "writers");
}

QTEST_GUILESS_MAIN(TestByline)
#include "tst_byline.moc"
