// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/slug.h"

#include <QSet>
#include <QTest>

using namespace nutgraf::text;
using namespace Qt::StringLiterals;

class TestSlug : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryScript_data() const;
    void readsEveryScript() const;
    void staysShort() const;
    void tellsHeadlinesApart() const;
    void foldsNames_data() const;
    void foldsNames() const;
};

void TestSlug::readsEveryScript_data() const
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char *name, const char16_t *words, const char *language,
                        const char *slug) {
        QTest::newRow(name) << QString(words) << QString::fromLatin1(language)
                            << QString::fromLatin1(slug);
    };
    row("words", u"Harbour bridge: closed, again and again", "en", "harbour-bridge-closed-again");
    row("accents", u"Café Ísland Łódź Straße", "en", "cafe-island-lodz-strasse");
    row("decomposed", u"Cafe\u0301 noir", "fr", "cafe-noir");
    row("apostrophes", u"It's the islanders’ harbour", "en", "its-the-islanders-harbour");
    row("figures", u"5,000 in 24/7 queue", "en", "5-000-in-24");
    row("Turkish", u"İstanbul ışık çağrısı DIŞARI", "tr", "istanbul-isik-cagrisi-disari");
    row("German", u"Öl über Münchens Dächern", "de", "oel-ueber-muenchens-daechern");
    row("German, Austria", u"Größe", "de-AT", "groesse");
    row("umlaut elsewhere", u"Öl über", "sv", "ol-uber");
    row("Danish", u"Færøerne på søen", "da", "faeroeerne-paa-soeen");
    row("Norwegian", u"Ålesund i blåsten", "nb", "aalesund-i-blaasten");
    row("Russian", u"Буря обрушилась на побережье", "en", "burya-obrushilas-na-poberezhye");
    row("Ukrainian", u"Київ і Львів", "uk", "kyyiv-i-lviv");
    row("Greek", u"Η καταιγίδα έπληξε", "el", "i-kataigida-eplixe");
    row("Arabic", u"الوزير يرفض", "ar", "alwzyr-yrfd");
    row("Arabic digits", u"\u0661\u0662 قتيلا", "ar", "12-qtyla");
    row("Chinese", u"部长拒绝辞职", "zh", "bu-zhang-ju-jue-ci-zhi");
    row("Korean", u"장관 거부", "ko", "jang-gwan-geobu");
    row("Kana", u"さくら", "ja", "sakura");
    row("fullwidth", u"ＡＢＣ　１２", "ja", "abc-12");
    row("marks only", u"“…” —", "en", "");
    row("emoji only", u"\U0001F6A2\U0001F525", "en", "");
    row("nothing", u"", "", "");
}

void TestSlug::readsEveryScript() const
{
    QFETCH(const QString, words);
    QFETCH(const QString, language);
    QTEST(slugFrom(words, language), "slug");
}

/// A folder's name has to be made of it on every system.
void TestSlug::staysShort() const
{
    QCOMPARE(slugFrom(QString(5000, u'a')).size(), 60);
    QVERIFY(slugFrom(QString(5000, QChar(0x0E01))).size() <= 60);
    QVERIFY(slugFrom(QString(5000, QChar(0x90E8))).size() <= 60);
    QCOMPARE(slugFrom(u"a b c d e f", {}, 6), u"a-b-c-d-e-f"_s);
}

void TestSlug::tellsHeadlinesApart() const
{
    const QStringList headlines{u"العاصفة تضرب الساحل"_s, u"الوزير يرفض الاستقالة"_s,
                                u"暴风雨袭击海岸"_s,      u"部长拒绝辞职"_s,
                                u"Буря на берегу"_s,      u"Министр ответил отказом"_s,
                                u"폭풍이 해안 강타"_s,    u"พายุถล่มชายฝั่ง"_s};
    QSet<QString> slugs;
    for (const QString &headline : headlines) {
        const QString slug = slugFrom(headline);
        QVERIFY2(slug.size() > 4, qPrintable(headline + u" gives "_s + slug));
        slugs.insert(slug);
    }
    QCOMPARE(slugs.size(), headlines.size());
}

void TestSlug::foldsNames_data() const
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("case") << u"Fire"_s << u"FIRE"_s << true;
    QTest::newRow("form") << u"caf\u00E9"_s << u"cafe\u0301"_s << true;
    QTest::newRow("sharp s") << u"straße"_s << u"STRASSE"_s << true;
    QTest::newRow("sigma") << u"ΟΔΟΣ"_s << u"οδος"_s << true;
    QTest::newRow("accent") << u"cafe"_s << u"café"_s << false;
    QTest::newRow("other") << u"fire"_s << u"fire-2"_s << false;
}

void TestSlug::foldsNames() const
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QTEST(foldedName(one) == foldedName(other), "isSame");
}

QTEST_GUILESS_MAIN(TestSlug)
#include "tst_slug.moc"
