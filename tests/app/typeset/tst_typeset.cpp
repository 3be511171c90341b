// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "typeset/typeset.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace nutgraf::typeset;
using namespace Qt::StringLiterals;

namespace {

Edition edition(int paragraphs)
{
    Edition edition;
    edition.agency.name = u"Meridian Wire"_s;
    edition.story.slug = u"levy"_s;
    edition.story.headline = u"Levy <stays> & so on"_s;
    edition.story.deck = u"The minister promises"_s;
    edition.story.byline = u"Ann Lee"_s;
    edition.story.dateline.place = u"Port Lorne"_s;
    edition.story.body = u"A *levy* & a **toll** < 3.\n\n## Head\n\n- a\n- b\n\n> q\n\nעברית שלום"_s
        + QString(u"\n\nThe minister said that the levy stays."_s).repeated(paragraphs);
    edition.firstCreated = edition.versionCreated = edition.published =
        QDateTime(QDate(2026, 5, 12), QTime(9, 0), QTimeZone::UTC);
    return edition;
}

int pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression count(u"/Type /Pages.*?/Count (\\d+)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
}

} // namespace

class TestTypeset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAPdfOfItsTime() const;
    void sameEditionSameBytes() const;
    void goesOnOnTheNextPage() const;
    void aKillShowsNoText() const;
};

void TestTypeset::isAPdfOfItsTime() const
{
    const Result<QByteArray> pdf = typesetPdf(edition(0));
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY(pdf->trimmed().endsWith("%%EOF"));
    QVERIFY(pdf->contains("20260512090000Z"));
    QCOMPARE(pagesOf(*pdf), 1);
}

void TestTypeset::sameEditionSameBytes() const
{
    const QByteArray once = typesetPdf(edition(60)).value_or(QByteArray());
    QVERIFY(!once.isEmpty());
    QCOMPARE(typesetPdf(edition(60)).value_or(QByteArray()), once);
    QVERIFY(typesetPdf(edition(61)).value_or(QByteArray()) != once);
}

void TestTypeset::goesOnOnTheNextPage() const
{
    const int pages = pagesOf(typesetPdf(edition(200)).value_or(QByteArray()));
    QVERIFY2(pages > 4, qPrintable(QString::number(pages)));
}

/// Withdrawn words are in no stream of the file: it is as long as that of any other killed story.
void TestTypeset::aKillShowsNoText() const
{
    Edition killed = edition(200);
    killed.publication = PublicationKind::Kill;
    Edition other = edition(1);
    other.publication = PublicationKind::Kill;
    QCOMPARE(typesetPdf(killed).value_or("a"), typesetPdf(other).value_or("b"));
}

QTEST_GUILESS_MAIN(TestTypeset)

#include "tst_typeset.moc"
