// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/story_file.h"

#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;
using story::Story;

namespace {

const QByteArray Sample = R"(---
# Filed from the press room
slug: harbour-levy
headline: "Levy would “price islanders out”, opposition says" # checked
deck: 'Minister''s promise'
byline: Irena Castell
dateline:
  # as printed
  place: PORT LORNE
  date: 2026-05-12
language: en-GB
urgency: 3   # IPTC
subjects: [medtop:11000000, medtop:04000000]
keywords:
  - ferry
  # not: tax
  - "levy"
status: in review
embargo: 2026-05-12T09:00+03:00
editors-note: |
  Legal has read it.
  # Not a comment.
x-desk: {colour: blue, tags: [a, b]}

created: 2026-05-12T05:30:00Z
---

A levy would hurt islanders.

“It would,” he said.
)";

Story decoded(const QByteArray &bytes)
{
    const Result<StoryFile> file = decodeStory(bytes, u"story.md"_s);
    return file ? file->story : Story();
}

/// The bytes of `bytes` after one change.
QByteArray after(const QByteArray &bytes, const std::function<void(Story &)> &change)
{
    const StoryFile file = decodeStory(bytes, u"story.md"_s).value();
    Story story = file.story;
    change(story);
    return encodeStory(story, &file);
}

} // namespace

class TestStoryFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField() const;
    void givesThePlacesOfValues() const;
    void keepsBytes_data() const;
    void keepsBytes() const;
    void changesOnlyTheEditedLines_data() const;
    void listsHoldTheWordsThatWereTyped() const;
    void pointsAtAConflictInTheHeader() const;
    void changesOnlyTheEditedLines() const;
    void everyEditIsReadBack_data() const;
    void everyEditIsReadBack() const;
    void keepsLineEndsOfUntouchedLines() const;
    void keepsWhatAnAnchorFeeds() const;
    void writesANewFile() const;
    void readsOtherSpellings() const;
    void acceptsAStoryEditedInPlace() const;
    void remarksOnItsHeader() const;
};

void TestStoryFile::remarksOnItsHeader() const
{
    using Kind = story::HeaderRemark::Kind;
    const auto remarks = [](const QByteArray &header) {
        return decodeStory("---\n" + header + "---\n\nText\n", u"s.md"_s)->story.remarks.list;
    };
    QCOMPARE(
        remarks("headline: Rovers are # 1 again\n"),
        (std::vector<story::HeaderRemark>{{Kind::CutByComment, u"headline"_s, u"# 1 again"_s}}));
    QVERIFY(remarks("headline: 'Rovers are # 1'  # so\ndeck: a#b\nstatus: draft # yet\n").empty());
    for (const char *held : {"not-for-publication: true", "NotForPublication: yes", "flags: [hold]",
                             "schedule: 2026-05-12", "flags: {marked_for_not_publication: true}",
                             "publish_schedule: noon"}) {
        const auto found = remarks(QByteArray(held) + '\n');
        QVERIFY2(found.size() == 1 && found[0].kind == Kind::NotHeeded, held);
        QVERIFY2(QByteArray(held).startsWith(found[0].key.toUtf8()), held);
    }
    for (const char *free : {"not-for-publication: false", "flags: []", "flags: {}", "schedule:",
                             "flags: {marked_for_not_publication: no}", "flagship: Aurora"})
        QVERIFY2(remarks(QByteArray(free) + '\n').empty(), free);
}

void TestStoryFile::readsEveryField() const
{
    const Result<StoryFile> file = decodeStory(Sample, u"story.md"_s);
    QVERIFY(file);
    const Story &story = file->story;
    QCOMPARE(story.slug, u"harbour-levy"_s);
    QCOMPARE(story.headline, u"Levy would “price islanders out”, opposition says"_s);
    QCOMPARE(story.deck, u"Minister's promise"_s);
    QCOMPARE(story.byline, u"Irena Castell"_s);
    QCOMPARE(story.dateline, (story::Dateline{u"PORT LORNE"_s, QDate(2026, 5, 12)}));
    QCOMPARE(story.language, u"en-GB"_s);
    QCOMPARE(story.urgency, 3);
    QCOMPARE(story.subjects, (QStringList{u"medtop:11000000"_s, u"medtop:04000000"_s}));
    QCOMPARE(story.keywords, (QStringList{u"ferry"_s, u"levy"_s}));
    QCOMPARE(story.status, story::Status::InReview);
    QCOMPARE(story.embargo, QDateTime(QDate(2026, 5, 12), QTime(6, 0), QTimeZone::UTC));
    QCOMPARE(story.editorsNote, u"Legal has read it.\n# Not a comment.\n"_s);
    QCOMPARE(story.notice, QString());
    QCOMPARE(story.body, u"A levy would hurt islanders.\n\n“It would,” he said."_s);
    QCOMPARE(file->created, QDateTime(QDate(2026, 5, 12), QTime(5, 30), QTimeZone::UTC));
}

void TestStoryFile::givesThePlacesOfValues() const
{
    const StoryFile file = decodeStory(Sample, u"story.md"_s).value();
    QStringList found;
    for (const FieldPlace &place : file.places)
        found.append(place.range.in(file.text).toString());
    QVERIFY(found.contains(file.story.headline));
    QVERIFY(found.contains(u"PORT LORNE"_s));
    QVERIFY(!found.contains(u"Minister's promise"_s)); // written with '': not word for word
    QCOMPARE(file.bodyRange.in(file.text), file.story.body);
    QVERIFY(std::ranges::is_sorted(file.places, {}, &FieldPlace::range));
}

void TestStoryFile::keepsBytes_data() const
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray crlf = Sample;
    QTest::newRow("sample") << Sample;
    QTest::newRow("CRLF") << crlf.replace("\n", "\r\n");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + Sample;
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFtext");
    QTest::newRow("mixed ends") << QByteArray("---\r\nslug: a\n---\r\r\nx\r\ny\nz\r\n\n");
    QTest::newRow("no header") << QByteArray("Headline\nText\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one line end") << QByteArray("\n");
    QTest::newRow("empty header") << QByteArray("---\n---");
    QTest::newRow("only comments") << QByteArray("---\n# none yet\n---\nBody");
    QTest::newRow("unusual characters")
        << QString(
               u"---\nheadline: e\u0301 é\u00A0\u2028x 🚢\n---\n\na\u00A0b\u2028c\u2029 🇹🇷 e\u0301"_s)
               .toUtf8();
    QTest::newRow("blank lines around") << QByteArray("---\nslug: a\n---\n\n\n\nText\n\n\n");
}

void TestStoryFile::keepsBytes() const
{
    QFETCH(const QByteArray, bytes);
    const Result<StoryFile> file = decodeStory(bytes, u"story.md"_s);
    QVERIFY(file);
    QCOMPARE(encodeStory(file->story, &*file), bytes);
    // The body alone changes: the header's bytes stay, and the new body is read back.
    Story story = file->story;
    story.body += u"\n\nMore."_s;
    const QByteArray longer = encodeStory(story, &*file);
    QCOMPARE(decoded(longer), story);
    const qsizetype close = bytes.indexOf("---", 3);
    QCOMPARE(longer.first(qMax(0, close)), bytes.first(qMax(0, close)));
}

void TestStoryFile::changesOnlyTheEditedLines_data() const
{
    QTest::addColumn<std::function<void(Story &)>>("change");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, std::function<void(Story &)> change, const char *before,
                        const char *after) {
        QTest::newRow(name) << std::move(change) << QByteArray(before) << QByteArray(after);
    };
    row(
        "headline keeps quotes and comment", [](Story &s) { s.headline = u"New \"one\""_s; },
        "\"Levy would “price islanders out”, opposition says\" #", "\"New \\\"one\\\"\" #");
    row(
        "deck keeps single quotes", [](Story &s) { s.deck = u"It's 5: done"_s; },
        "'Minister''s promise'", "'It''s 5: done'");
    row("urgency", [](Story &s) { s.urgency = 1; }, "urgency: 3 ", "urgency: 1 ");
    row("place", [](Story &s) { s.dateline.place = u"KARABAY"_s; }, "PORT LORNE", "KARABAY");
    row(
        "flow list", [](Story &s) { s.subjects = {u"medtop:1"_s, u"a, b"_s}; },
        "[medtop:11000000, medtop:04000000]", "[\"medtop:1\", \"a, b\"]");
    row(
        "block list", [](Story &s) { s.keywords.append(u"yes"_s); }, "  - \"levy\"\n",
        "  - \"levy\"\n  - \"yes\"\n");
    row("status", [](Story &s) { s.status = story::Status::Approved; }, "in review", "approved");
    row(
        "no embargo", [](Story &s) { s.embargo.reset(); }, "embargo: 2026-05-12T09:00+03:00\n",
        "embargo: \n");
    row(
        "editor's note", [](Story &s) { s.editorsNote = u"One.\nTwo."_s; },
        "|\n  Legal has read it.\n  # Not a comment.\n", "|-\n  One.\n  Two.\n");
    row(
        "a key that was not there", [](Story &s) { s.notice = u"# Short"_s; },
        "x-desk:", "notice: \"# Short\"\nx-desk:");
    row("body", [](Story &s) { s.body.replace(u"hurt"_s, u"help"_s); }, "hurt", "help");
}

void TestStoryFile::listsHoldTheWordsThatWereTyped() const
{
    const auto keywords = [](const QByteArray &list) {
        return format::decodeStory("---\nkeywords: " + list + "\n---\n", {}).value().story.keywords;
    };
    const QStringList typed{u"no"_s, u"010"_s, u"~"_s, u"null"_s, u"0x1F"_s};
    QCOMPARE(keywords("[no, 010, ~, null, 0x1F]"), typed);
    QCOMPARE(keywords("\n  - no\n  - 010\n  - ~ # none\n  - null\n  - 0x1F"), typed);
    QCOMPARE(keywords("\n  -\n  - a"), QStringList{u"a"_s});
}

void TestStoryFile::pointsAtAConflictInTheHeader() const
{
    const auto read = format::decodeStory("---\nslug: a\n<<<<<<< HEAD\nheadline: b\n=======\n"
                                          "headline: c\n>>>>>>> laptop\n---\n",
                                          u"a.md"_s);
    QCOMPARE(read.error(), (Error{ErrorCode::TextConflicted, u"a.md"_s, 3, 1, {}}));
}

void TestStoryFile::changesOnlyTheEditedLines() const
{
    QFETCH(const std::function<void(Story &)>, change);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(Sample.count(before), 1);
    QByteArray expected = Sample;
    expected.replace(before, after);
    QCOMPARE(QString::fromUtf8(::after(Sample, change)), QString::fromUtf8(expected));
}

void TestStoryFile::everyEditIsReadBack_data() const
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"",
                                 u"null",
                                 u"No",
                                 u"12",
                                 u"- a",
                                 u"a: b",
                                 u"a #b",
                                 u"#x",
                                 u"'x'",
                                 u"\"x\"",
                                 u"x:",
                                 u" x ",
                                 u"a\nb",
                                 u"a\n\n b",
                                 u"\na",
                                 u"a\n",
                                 u"&a *b",
                                 u"[x]",
                                 u"{x}",
                                 u"x\\y",
                                 u"\ty",
                                 u"50% off, “quoted”",
                                 u"a\u2028b\u00A0c",
                                 u"\uFEFFx",
                                 u"🚢 sails",
                                 u"---",
                                 u"...",
                                 u"%x",
                                 u"@x",
                                 u"`x`",
                                 u"?",
                                 u"a\u0007b",
                                 u"x\u0085y",
                                 u"| x",
                                 u"> x",
                                 u"!x",
                                 u"e\u0301"}) {
        QTest::newRow(qPrintable(QString::fromUtf16(text).toHtmlEscaped().prepend(u'>')))
            << QString::fromUtf16(text);
    }
}

void TestStoryFile::everyEditIsReadBack() const
{
    QFETCH(const QString, text);
    const QByteArray flow = "---\n{slug: a, dateline: {place: X}, keywords: [a], n: 1}\n---\n\nB\n";
    for (const QByteArray &bytes : {Sample, QByteArray("Body\n"), flow, QByteArray("---\n---\n")}) {
        const StoryFile file = decodeStory(bytes, u"story.md"_s).value();
        Story story = file.story;
        story.slug = story.headline = story.deck = story.byline = text;
        story.dateline.place = story.editorsNote = story.notice = text;
        story.subjects = {text, u"b"_s};
        story.keywords = {u"ferry"_s, text};
        story.body = text;
        QCOMPARE(decoded(encodeStory(story, &file)), story);
        QCOMPARE(decoded(encodeStory(story)), story);
    }
}

void TestStoryFile::keepsLineEndsOfUntouchedLines() const
{
    const QByteArray mixed =
        "---\r\nslug: a\nurgency: 4\r\n---\n\r\none\r\ntwo\nthree\r\nfour\nfive\r";
    QCOMPARE(after(mixed, [](Story &s) { s.urgency = 2; }),
             QByteArray(mixed).replace("urgency: 4", "urgency: 2"));
    QCOMPARE(after(mixed, [](Story &s) { s.body = u"one\nnew\ntwo\nfour\nfive"_s; }),
             "---\r\nslug: a\nurgency: 4\r\n---\n\r\none\r\nnew\r\ntwo\nfour\nfive\r");
}

void TestStoryFile::keepsWhatAnAnchorFeeds() const
{
    const QByteArray bytes = "---\nheadline: &h Same\ndeck: *h\nx: *h\n---\n\nBody\n";
    const StoryFile file = decodeStory(bytes, u"story.md"_s).value();
    QCOMPARE(file.story.deck, u"Same"_s);
    Story story = file.story;
    story.headline = u"Other"_s;
    const QByteArray written = encodeStory(story, &file);
    QCOMPARE(decoded(written), story);
    QVERIFY(written.contains("x: Same"));
}

void TestStoryFile::writesANewFile() const
{
    Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Levy: a fight"_s;
    story.dateline = {u"PORT LORNE"_s, QDate(2026, 5, 12)};
    story.keywords = {u"ferry"_s};
    story.body = u"Text."_s;
    QCOMPARE(encodeStory(story),
             "---\nslug: harbour-levy\nheadline: \"Levy: a fight\"\n"
             "dateline: {place: PORT LORNE, date: 2026-05-12}\nlanguage: en\nurgency: 4\n"
             "keywords: [ferry]\nstatus: draft\n---\n\nText.\n");
}

void TestStoryFile::readsOtherSpellings() const
{
    const Story story = decoded("---\ndateline: PORT LORNE, 12 May 2026\nbyline: [A, B, C]\n"
                                "keywords: ferry, levy\nstatus: In_Review\nurgency: '2'\n...\nX");
    QCOMPARE(story.dateline, (story::Dateline{u"PORT LORNE"_s, QDate(2026, 5, 12)}));
    QCOMPARE(story.byline, u"A, B and C"_s);
    QCOMPARE(story.keywords, (QStringList{u"ferry"_s, u"levy"_s}));
    QCOMPARE(story.status, story::Status::InReview);
    QCOMPARE(story.urgency, 2);
    QCOMPARE(decoded("---\ndateline: WASHINGTON, D.C.\nbyline: By A\n---\n").dateline.place,
             u"WASHINGTON, D.C."_s);
    QCOMPARE(decoded("---\nbyline: By A\n---\n").byline, u"A"_s);
}

void TestStoryFile::acceptsAStoryEditedInPlace() const
{
    StoryFile file = decodeStory(Sample, u"story.md"_s).value();
    file.story.urgency = 9;
    QCOMPARE(decoded(encodeStory(file.story, &file)).urgency, 9);
}

QTEST_GUILESS_MAIN(TestStoryFile)
#include "tst_story_file.moc"
