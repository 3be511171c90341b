// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/writers.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf::format;
using namespace Qt::StringLiterals;

namespace {

Edition edition(EditionKind kind)
{
    Edition edition;
    edition.kind = kind;
    edition.wireGuid = u"urn:newsml:a.example:20260512:x"_s;
    edition.guid = edition.wireGuid + (kind == EditionKind::Web ? u".web"_s : QString());
    edition.agency.name = u"A"_s;
    edition.agency.domain = u"a.example"_s;
    edition.story.slug = u"x"_s;
    edition.story.headline = u"Levy"_s;
    edition.story.body = u"The levy stays."_s;
    edition.firstCreated = edition.versionCreated = edition.published =
        QDateTime(QDate(2026, 5, 12), QTime(9, 0), QTimeZone::UTC);
    return edition;
}

} // namespace

class TestWriters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFormatHasANameAndAFileOfItsOwn() const;
    void everyEditionHasAFileInEachOfItsFormats() const;
    void sameEditionSameBytes() const;
};

void TestWriters::eachFormatHasANameAndAFileOfItsOwn() const
{
    QSet<QString> names;
    QSet<QString> files;
    for (const Writer &writer : writers()) {
        names.insert(writer.name);
        files.insert(fileName(writer, EditionKind::Wire));
        files.insert(fileName(writer, EditionKind::Web));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(writers().size()));
    QCOMPARE(files.size(), static_cast<qsizetype>(2 * writers().size()));
    QVERIFY(files.contains(u"wire.ninjs.json"_s) && files.contains(u"web.html"_s));
}

void TestWriters::everyEditionHasAFileInEachOfItsFormats() const
{
    for (const EditionKind kind : {EditionKind::Wire, EditionKind::Web}) {
        for (const Writer &writer : writers()) {
            const QByteArray bytes = writer.write(edition(kind));
            QVERIFY2(!bytes.isEmpty() || !isFor(writer, kind), writer.name.data());
            if (writer.nature == FileNature::Text && isFor(writer, kind)) {
                QVERIFY2(bytes.contains("The levy stays."), writer.name.data());
                QVERIFY2(bytes.endsWith('\n') && !bytes.contains('\r'), writer.name.data());
            }
        }
    }
}

void TestWriters::sameEditionSameBytes() const
{
    for (const Writer &writer : writers()) {
        QCOMPARE(writer.write(edition(EditionKind::Wire)),
                 writer.write(edition(EditionKind::Wire)));
    }
}

QTEST_GUILESS_MAIN(TestWriters)

#include "tst_writers.moc"
