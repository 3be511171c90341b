// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/capitals.h"

#include <QTest>

using namespace nutgraf::text;
using namespace Qt::StringLiterals;

class TestCapitals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesPlaces_data() const;
    void writesPlaces() const;
};

void TestCapitals::writesPlaces_data() const
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("capitals");
    QTest::addColumn<QString>("ordinary");
    const auto row = [](const QString &place, const QString &language, const QString &capitals,
                        const QString &ordinary) {
        QTest::newRow(qPrintable(place + u' ' + language))
            << place << language << capitals << ordinary;
    };
    row(u"PORT LORNE"_s, u"en"_s, u"PORT LORNE"_s, u"Port Lorne"_s);
    row(u"Port Lorne"_s, u"en"_s, u"PORT LORNE"_s, u"Port Lorne"_s);
    row(u"WASHINGTON, D.C."_s, u"en"_s, u"WASHINGTON, D.C."_s, u"Washington, D.C."_s);
    row(u"ST. JOHN'S & BAY"_s, u"en-GB"_s, u"ST. JOHN'S & BAY"_s, u"St. John's & Bay"_s);
    row(u"İSTANBUL"_s, u"en"_s, u"İSTANBUL"_s, u"İstanbul"_s);
    row(u"İzmir"_s, u"en"_s, u"İZMİR"_s, u"İzmir"_s);
    row(u"DİYARBAKIR"_s, u"en"_s, u"DİYARBAKIR"_s, u"Diyarbakır"_s);
    row(u"DIYARBAKIR"_s, u"en"_s, u"DIYARBAKIR"_s, u"Diyarbakir"_s);
    row(u"DIYARBAKIR"_s, u"tr"_s, u"DIYARBAKIR"_s, u"Diyarbakır"_s);
    row(u"ISTANBUL"_s, u"tr"_s, u"ISTANBUL"_s, u"İstanbul"_s);
    row(u"ISTANBUL"_s, u"en"_s, u"ISTANBUL"_s, u"Istanbul"_s);
    row(u"Diyarbakır"_s, u"tr"_s, u"DİYARBAKIR"_s, u"Diyarbakır"_s);
    row(u"Iğdır"_s, u"tr"_s, u"IĞDIR"_s, u"Iğdır"_s);
    row(u"IĞDIR"_s, u"tr"_s, u"IĞDIR"_s, u"Iğdır"_s);
    row(u"İzmir"_s, u"tr"_s, u"İZMİR"_s, u"İzmir"_s);
    row(u"WASHINGTON"_s, u"tr"_s, u"WASHINGTON"_s, u"Washington"_s);
    row(u"Washington"_s, u"tr-TR"_s, u"WASHINGTON"_s, u"Washington"_s);
    row(u"PARIS"_s, u"tr"_s, u"PARIS"_s, u"Paris"_s);
    row(u"BERLİN"_s, u"tr"_s, u"BERLİN"_s, u"Berlin"_s);
    row(u"Gießen"_s, u"de"_s, u"GIESSEN"_s, u"Gießen"_s);
    row(u"Αθήνα"_s, u"en"_s, u"ΑΘΗΝΑ"_s, u"Αθήνα"_s);
    row(u"ΠΑΤΡΑΣ"_s, u"el"_s, u"ΠΑΤΡΑΣ"_s, u"Πατρας"_s);
    row(u"IJMUIDEN"_s, u"nl"_s, u"IJMUIDEN"_s, u"IJmuiden"_s);
    row(u"القاهرة"_s, u"ar"_s, u"القاهرة"_s, u"القاهرة"_s);
    row(QString(), u"en"_s, QString(), QString());
}

void TestCapitals::writesPlaces() const
{
    QFETCH(QString, place);
    QFETCH(QString, language);
    QTEST(inCapitals(place, language), "capitals");
    QTEST(inOrdinaryCase(place, language), "ordinary");
}

QTEST_GUILESS_MAIN(TestCapitals)

#include "tst_capitals.moc"
