// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/importing.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Then = QDateTime::fromString(u"2026-05-12T12:31:00Z"_s, Qt::ISODate);

struct Fixture {
    QTemporaryDir folder;
    Desk desk = *Desk::create(folder.filePath(u"desk"_s),
                              {u"Coast desk"_s, {.name = u"Wire"_s, .domain = u"wire.example"_s}});

    /// Imports a file with these bytes.
    [[nodiscard]] Result<QString> import(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        return writeFile(path, bytes).and_then([&] {
            return importFile(desk, path, fixedClock(Then));
        });
    }
};

} // namespace

class TestImporting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsKeysThatItDoesNotKnow() const;
    void readsAWireStory() const;
    void readsANewsItem_data() const;
    void readsANewsItem() const;
    void namesAfterTheFileWhatHasNoName() const;
    void namesWhatHasAForbiddenName() const;
    void saysWhyItCannot() const;
    void refusesWhatHoldsNoWords_data() const;
    void refusesWhatHoldsNoWords() const;
};

void TestImporting::keepsKeysThatItDoesNotKnow() const
{
    const Fixture f;
    const auto folder = f.import(u"levy.md"_s,
                                 "---\nslug: harbour-levy\nringbinder: 7 # of the old desk\n"
                                 "headline: Levy to stay\n---\n\nText.\n");
    QVERIFY(folder.has_value());
    const QByteArray draft = readFile(draftPath(*folder)).value_or(QByteArray());
    QVERIFY2(draft.contains("ringbinder: 7 # of the old desk\n"), draft);
    QVERIFY2(draft.contains("story-id:"), draft);
    QVERIFY2(draft.contains("Text.\n"), draft);
}

void TestImporting::readsAWireStory() const
{
    const Fixture f;
    const auto folder = f.import(u"LEVY.TXT"_s,
                                 "Levy to stay, minister says\n\nBy Kim Lahti\n\n"
                                 "PORT LORNE, 12 May 2026 - The levy stays.\n");
    QVERIFY(folder.has_value());
    const QByteArray draft = readFile(draftPath(*folder)).value_or(QByteArray());
    QVERIFY2(draft.contains("headline: Levy to stay, minister says"), draft);
}

void TestImporting::readsANewsItem_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("ninjs") << u"levy.JSON"_s
                           << QByteArray(R"({"uri": "a", "headline": "Levy to stay",
                                  "body_html": "<p>The <b>levy</b> stays.</p>"})");
    QTest::newRow("NITF") << u"levy.xml"_s
                          << QByteArray("<nitf><body><body.head><hedline><hl1>Levy to stay</hl1>"
                                        "</hedline></body.head><body.content><p>The <em class="
                                        "\"bold\">levy</em> stays.</p></body.content></body>"
                                        "</nitf>");
    QTest::newRow("NewsML-G2")
        << u"levy.xml"_s
        << QByteArray("<newsItem guid=\"a\"><contentMeta><headline>Levy to stay</headline>"
                      "</contentMeta><contentSet><inlineXML><html><body><p>The <strong>levy"
                      "</strong> stays.</p></body></html></inlineXML></contentSet></newsItem>");
}

void TestImporting::readsANewsItem() const
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Fixture f;
    const auto folder = f.import(name, bytes);
    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().detail));
    QCOMPARE(QFileInfo(*folder).fileName(), u"2026-05-12-levy-to-stay"_s);
    const QByteArray draft = readFile(draftPath(*folder)).value_or(QByteArray());
    QVERIFY2(draft.contains("headline: Levy to stay\n"), draft);
    QVERIFY2(draft.contains("The **levy** stays.\n"), draft);
    QVERIFY2(draft.contains("medtop:"), draft); // readers sort by it
}

void TestImporting::namesAfterTheFileWhatHasNoName() const
{
    const Fixture f;
    const auto folder = f.import(u"Quay notes.md"_s, "Only text.\n");
    QVERIFY(folder.has_value());
    QCOMPARE(QFileInfo(*folder).fileName(), u"2026-05-12-quay-notes"_s);
    // What has a name or a headline is called by it, and a headline alone is a story.
    const auto named = [&f](const QByteArray &header) {
        const auto made = f.import(u"Quay notes.md"_s, "---\n" + header + "\n---\n");
        return made ? QFileInfo(*made).fileName() : u"refused"_s;
    };
    QCOMPARE(named("headline: Levy to stay"), u"2026-05-12-levy-to-stay"_s);
    QCOMPARE(named("headline: Levy to stay\nslug: ferry"), u"2026-05-12-ferry"_s);
    QCOMPARE(named("slug: harbour"), u"refused"_s); // no words
    const auto device = f.import(u"con.md"_s, "Only text.\n"); // a name that no folder may have
    QVERIFY(device.has_value());
    QVERIFY(QFileInfo(*device).fileName().startsWith(u"2026-05-12-story-"_s));
}

void TestImporting::saysWhyItCannot() const
{
    const Fixture f;
    const QString none = f.folder.filePath(u"none.md"_s);
    QCOMPARE(importFile(f.desk, none, fixedClock(Then)).error().code, ErrorCode::FileNotFound);
    QCOMPARE(f.import(u"a.md"_s, "  \n").error(),
             (Error{ErrorCode::ImportUnrecognised, f.folder.filePath(u"a.md"_s), 0, 0, {}}));
    QCOMPARE(f.import(u"a.md"_s, "---\nslug: [\n---\n").error().code,
             ErrorCode::StoryHeaderInvalid);
}

void TestImporting::namesWhatHasAForbiddenName() const
{
    const Fixture f;
    for (const QByteArray &headline : QByteArrayList{"Con", "NUL", "🙂", "Com1"}) {
        const auto folder =
            f.import(u"aux.txt"_s, headline + "\n\nBy Kim Lahti\n\nThe levy stays, she said.\n");
        QVERIFY2(folder.has_value(), headline);
        QVERIFY2(QFileInfo(*folder).fileName().startsWith(u"2026-05-12-story-"_s),
                 qPrintable(*folder));
    }
    // a slug that somebody chose is not changed in silence
    const auto chosen = f.import(u"levy.md"_s, "---\nslug: con\nheadline: Levy\n---\n\nText.\n");
    QCOMPARE(chosen.error().code, ErrorCode::StoryNameInvalid);
}

void TestImporting::refusesWhatHoldsNoWords_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("nothing, Markdown") << u"a.md"_s << QByteArray();
    QTest::addRow("nothing, text") << u"a.txt"_s << QByteArray();
    QTest::addRow("zeros") << u"a.md"_s << QByteArray(4096, '\0');
    QTest::addRow("blanks") << u"a.md"_s << QByteArray("  \n\n \n");
}

void TestImporting::refusesWhatHoldsNoWords() const
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    const Fixture f;
    QVERIFY(!f.import(name, bytes).has_value());
    QVERIFY(f.desk.stories().empty());
}

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
