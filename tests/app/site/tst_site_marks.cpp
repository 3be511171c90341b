// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/made_mark.h"

#include <QTest>

using namespace nutgraf::site;
using namespace Qt::StringLiterals;

class TestSiteMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsOwn() const;
    void knowsNobodyElses() const;
};

void TestSiteMarks::knowsItsOwn() const
{
    QVERIFY(isMadeAs(u"a.xml"_s, markedXml("<?xml version=\"1.0\"?>\n<a/>\n", u"a.xml"_s)));
    QVERIFY(
        isMadeAs(u"a.json"_s, markedJson("[\n    {\n        \"b\": 1\n    }\n]\n", u"a.json"_s)));
    QVERIFY(isMadeAs(u"a"_s, madeMark(u"a"_s).toUtf8()));
}

void TestSiteMarks::knowsNobodyElses() const
{
    const QByteArray page = "<meta content=\"" + madeMark(u"a.html"_s).toUtf8() + "\"/>";
    QVERIFY(isMadeAs(u"a.html"_s, page));
    QVERIFY(!isMadeAs(u"b.html"_s, page)); // a copy
    QVERIFY(!isMadeAs(u"a.htm"_s, page));
    QVERIFY(!isMadeAs(u"a.html"_s, "<p>Mine</p>"));
    QVERIFY(!isMadeAs(u"a.html"_s, {}));
    QVERIFY(!isMadeAs(u"a.html"_s, QByteArray(MarkWithin, ' ') + page)); // a page about such pages
}

QTEST_GUILESS_MAIN(TestSiteMarks)
#include "tst_site_marks.moc"
