// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "review/corrections.h"
#include "ui/body/body_editor.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"
#include "ui/session/unit_decisions.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::body;
using namespace nutgraf::page;
using namespace nutgraf::session;
using namespace Qt::StringLiterals;
using story::Field;

namespace {

constexpr auto Draft = "---\nslug: pier-fire\nheadline: Pier fire is out\n---\n\n"
                       "“It is out,” fire chief Ada Brandt said on Monday.\n";

/// A story of one quotation, open in a page.
struct Fixture {
    Fixture()
    {
        QVERIFY(writeFile(folder.filePath(u"story.md"_s), Draft).has_value());
        auto opened = std::make_unique<StorySession>(SessionServices{
            fixedClock(QDateTime::fromString(u"2026-05-12T10:00:00Z"_s, Qt::ISODate)), randomIds(),
            u"kl"_s, folder.filePath(u"journal"_s)});
        opened->setDebounce(0);
        QVERIFY(opened->disk().open(folder.filePath(u"story.md"_s)).has_value());
        page = std::make_unique<StoryPage>(std::move(opened));
        page->show();
        QTRY_VERIFY(session().isIdle() && session().reading().analysis);
    }
    [[nodiscard]] StorySession &session() const
    {
        return page->session();
    }
    [[nodiscard]] QString speaker() const
    {
        return review::asIs(*session().reading().analysis, 0).speaker;
    }
    [[nodiscard]] review::UnitState state() const
    {
        return session().reading().bound.units.front().state;
    }
    void giveTo(const QString &speaker) const
    {
        review::Amendment amendment = review::asIs(*session().reading().analysis, 0);
        amendment.speaker = speaker;
        session().decisions().correct(amendment, session().reading().snapshot->revision);
    }
    [[nodiscard]] QByteArray onDisk() const
    {
        return readFile(folder.filePath(u"review.json"_s)).value_or(QByteArray());
    }

    QTemporaryDir folder;
    std::unique_ptr<StoryPage> page;
};

} // namespace

class TestSessionCorrections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void correctsUndoably() const;
    void keepsACorrectionWhileOneTypes() const;
    void showsProposedWords() const;
    void replacesEveryFieldInOneStep() const;
};

void TestSessionCorrections::correctsUndoably() const
{
    const Fixture f;
    const Reading before = f.session().reading();
    QCOMPARE(f.speaker(), u"Ada Brandt"_s);
    f.giveTo(u"Olga Baran"_s);
    QTRY_COMPARE(f.speaker(), u"Olga Baran"_s);
    QCOMPARE(f.state(), review::UnitState::Confirmed);
    QCOMPARE(f.session().reading().corrections.at(0).by, u"kl"_s);
    QCOMPARE(*f.session().reading().read->found, *before.analysis);
    QVERIFY(f.session().marks() != readingMarks(before));
    QTRY_VERIFY(f.onDisk().contains("\"correction\""));
    f.session().undo();
    QTRY_COMPARE(*f.session().reading().analysis, *before.analysis);
    QVERIFY(f.session().decisions().review().decisions.empty());
    QTRY_VERIFY(!f.onDisk().contains("\"correction\""));
    f.session().redo();
    QTRY_COMPARE(f.speaker(), u"Olga Baran"_s);
}

void TestSessionCorrections::keepsACorrectionWhileOneTypes() const
{
    const Fixture f;
    f.giveTo(u"Olga Baran"_s);
    const auto type = [&f](const QString &before, const QString &words) {
        QTextCursor caret(f.page->body().document());
        caret.setPosition(static_cast<int>(f.page->body().text().indexOf(before)));
        f.page->body().setTextCursor(caret);
        QTest::keyClicks(&f.page->body(), words);
        QTRY_VERIFY(f.session().isIdle());
        QVERIFY(f.session().reading().snapshot->text.contains(words + before));
    };
    type(u"“It"_s, u"The town slept. "_s);
    QCOMPARE(f.speaker(), u"Olga Baran"_s);
    QCOMPARE(f.state(), review::UnitState::Confirmed);
    type(u"out,”"_s, u"all "_s);
    QCOMPARE(f.state(), review::UnitState::Reopened);
    QCOMPARE(f.speaker(), u"Ada Brandt"_s);
    QCOMPARE(f.session().reading().corrections.at(0).speaker, u"Olga Baran"_s);
}

void TestSessionCorrections::showsProposedWords() const
{
    const Fixture f;
    f.page->resize(700, 500);
    QTextCursor caret(f.page->body().document());
    caret.setPosition(1);
    caret.setPosition(6, QTextCursor::KeepAnchor);
    f.page->body().setTextCursor(caret);
    const TextRange selected = f.page->selectedInStory();
    QCOMPARE(selected.in(f.session().reading().snapshot->text), u"It is");
    const QImage before = f.page->body().viewport()->grab().toImage();
    f.page->showProposed(selected);
    QVERIFY(f.page->body().viewport()->grab().toImage() != before);
    f.page->showProposed({selected.begin - 1, selected.end}); // with the quotation mark
    QVERIFY(f.page->body().viewport()->grab().toImage() != before);
    f.page->showProposed({});
    QCOMPARE(f.page->body().viewport()->grab().toImage(), before);
    QCOMPARE(f.page->body().textCursor().selectedText(), u"It is"_s);
    const QImage all = f.page->grab().toImage();
    f.page->showProposed({0, 4}); // in the headline
    QVERIFY(f.page->grab().toImage() != all);
    QCOMPARE(f.page->body().viewport()->grab().toImage(), before);
}

void TestSessionCorrections::replacesEveryFieldInOneStep() const
{
    const Fixture f;
    const story::Story before = f.session().story();
    story::Story other{u"other"_s,
                       u"Other"_s,
                       u"Deck"_s,
                       u"Ann Lee"_s,
                       {u"ASKE"_s, QDate(2026, 5, 1)},
                       u"tr"_s,
                       2,
                       {u"medtop:11000000"_s},
                       {u"pier"_s},
                       story::Status::Approved,
                       QDateTime(QDate(2026, 5, 2), QTime(8, 0), QTimeZone::UTC),
                       u"Note"_s,
                       u"Notice"_s,
                       u"Another text.\n"_s};
    f.session().replaceStory(other, u"restore version 1"_s);
    QCOMPARE(f.session().story(), other);
    f.session().undo();
    QCOMPARE(f.session().story(), before);
}

QTEST_MAIN(TestSessionCorrections)
#include "tst_session_corrections.moc"
