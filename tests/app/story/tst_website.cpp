// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/website.h"

#include <QTest>

using namespace nutgraf::story;
using namespace Qt::StringLiterals;

class TestWebsite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsSourceTypes() const;
    void knowsWebAddresses() const;
};

void TestWebsite::knowsSourceTypes() const
{
    QVERIFY(isDigitalSourceType(u"digitalCreation"_s));
    QVERIFY(isDigitalSourceType(u"trainedAlgorithmicMedia"_s));
    QVERIFY(!isDigitalSourceType(u"minorHumanEdits"_s)); // retired
    QVERIFY(!isDigitalSourceType(u"digitalcreation"_s));
    QVERIFY(!isDigitalSourceType({}));
}

void TestWebsite::knowsWebAddresses() const
{
    for (const QString &good : {u"https://a.example"_s, u"HTTP://a.example/b?c=d#e"_s,
                                u"mailto:desk@a.example"_s, u"https://ä.example/ü"_s})
        QVERIFY2(isWebAddress(good), qPrintable(good));
    for (const QString &bad : {u""_s, u"a.example"_s, u"//a.example"_s, u"https://"_s,
                               u"https:// a"_s, u"javascript:alert(1)"_s, u"data:,"_s,
                               u"ftp://a.example"_s, u"https://a.example/a b"_s, u"mailto:"_s})
        QVERIFY2(!isWebAddress(bad), qPrintable(bad));
}

QTEST_GUILESS_MAIN(TestWebsite)
#include "tst_website.moc"
