// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "ui/body/body_editor.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"
#include "ui/session/story_session.h"
#include "ui/session/unit_decisions.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using namespace nutgraf::body;
using namespace nutgraf::page;
using namespace nutgraf::session;
using story::Field;

namespace {

constexpr auto Draft =
    "---\nslug: pier-fire\nheadline: Pier fire is out\ndeck: Nobody was hurt\n"
    "# the desk's own key\nringbinder: 7\n---\n\n"
    "“It is out,” fire chief Ada Brandt said on Monday.\n\nThe pier stays shut.\n";

} // namespace

class TestStorySession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typingAndFieldsShareOneHistory();
    void typingAfterAFieldIsAStepOfItsOwn();
    void randomEditsUndoToTheStart_data();
    void randomEditsUndoToTheStart();
    void savesOnlyWhatChanged();
    void keepsRareCharacters_data();
    void keepsRareCharacters();
    void refusesToSaveOverAForeignChange();
    void copyLosesNothing();
    void reloadsInOneStep();
    void opensABrokenFileReadOnly();
    void plainTextStaysPlain();
    void journalsWithinASecond();
    void journalsAStoryWithoutAFile();
    void undoToCleanForgetsTheJournal();
    void recoversAsUnsaved();
    void readsWhatIsTyped();
    void decidesUndoably();
    void decidesNothingThatWasNotSeen();
    void keepsWhatIsTypedWhileLoading();
    void readsTheBeginningOfALongTextFirst();

private:
    void openLong(int debounce);
    [[nodiscard]] QString write(const QByteArray &bytes, const QString &name);
    [[nodiscard]] QByteArray onDisk() const;
    void open(const QByteArray &bytes = Draft, const QString &name = QStringLiteral("story.md"));
    void type(const QString &text);
    [[nodiscard]] StorySession &session()
    {
        return m_page->session();
    }
    [[nodiscard]] SessionServices services() const;
    [[nodiscard]] std::vector<desk::JournalEntry> journalled() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoryPage> m_page;
    QString m_path;
};

void TestStorySession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(QStringLiteral("journal"));
}

void TestStorySession::cleanup()
{
    m_page.reset();
}

SessionServices TestStorySession::services() const
{
    return {fixedClock(QDateTime::fromString(u"2026-05-12T10:00:00Z"_s, Qt::ISODate)), randomIds(),
            QStringLiteral("kl"), m_folder->filePath(QStringLiteral("journal"))};
}

QString TestStorySession::write(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder->filePath(name);
    return writeFile(path, bytes) ? path : QString();
}

QByteArray TestStorySession::onDisk() const
{
    return readFile(m_path).value_or(QByteArray());
}

void TestStorySession::open(const QByteArray &bytes, const QString &name)
{
    m_path = write(bytes, name);
    auto opened = std::make_unique<StorySession>(services());
    opened->setDebounce(0);
    QVERIFY(opened->disk().open(m_path));
    m_page = std::make_unique<StoryPage>(std::move(opened));
    m_page->resize(900, 600);
    m_page->show();
    m_page->body().finishLoading();
}

void TestStorySession::type(const QString &text)
{
    for (const QChar unit : text) {
        QTest::keyClick(&m_page->body(), unit.toLatin1());
    }
}

void TestStorySession::typingAndFieldsShareOneHistory()
{
    open();
    const story::Story before = session().story();
    type(u"ab"_s);
    session().setField(Field::Headline, u"Pier fire is out at last"_s);
    type(u"c"_s);
    const story::Story after = session().story();
    QCOMPARE(session().undoStack().count(), 3);
    session().undo();
    QCOMPARE(session().story().body, u"ab"_s + before.body);
    QCOMPARE(session().story().headline, u"Pier fire is out at last"_s);
    session().undo();
    QCOMPARE(session().story().headline, before.headline);
    session().undo();
    QCOMPARE(session().story(), before);
    QVERIFY(!session().isModified());
    while (session().undoStack().canRedo()) {
        session().redo();
    }
    QCOMPARE(session().story(), after);
}

void TestStorySession::typingAfterAFieldIsAStepOfItsOwn()
{
    open();
    type(u"a"_s);
    session().setField(Field::Deck, u"Deck one"_s);
    type(u"b"_s);
    session().undo();
    session().undo();
    type(u"c"_s); // must not grow the step of "a"
    session().undo();
    QVERIFY(session().story().body.startsWith(u'a'));
    QCOMPARE(session().undoStack().index(), 1);
}

void TestStorySession::randomEditsUndoToTheStart_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

namespace {

void editAtRandom(StoryPage &page, QRandomGenerator &random)
{
    StorySession &session = page.session();
    BodyEditor &body = page.body();
    QTextCursor caret = body.textCursor();
    const int length = body.document()->characterCount() - 1;
    switch (random.bounded(9)) {
    case 0:
        caret.setPosition(static_cast<int>(random.bounded(length + 1)));
        body.setTextCursor(caret);
        break;
    case 1:
        QTest::keyClick(&body, Qt::Key_Return);
        break;
    case 2:
        QTest::keyClick(&body, Qt::Key_Backspace);
        break;
    case 3:
        session.setField(Field::Headline, u"Head %1"_s.arg(random.bounded(100)));
        break;
    case 4:
        session.setField(Field::Urgency, random.bounded(1, 10));
        break;
    case 5:
        session.undo();
        break;
    case 6:
        session.redo();
        break;
    case 7:
        session.replaceAll({{Field::Body, {0, std::min(length, 3)}, u"x y"_s},
                            {Field::Deck, {0, session.story().deck.size()}, u"deck"_s}},
                           u"replace all"_s);
        break;
    default:
        QTest::keyClicks(&body, u"word "_s);
        break;
    }
}

} // namespace

void TestStorySession::randomEditsUndoToTheStart()
{
    QFETCH(quint32, seed);
    open();
    const story::Story start = session().story();
    QRandomGenerator random(seed);
    for (int step = 0; step < 120; ++step) {
        editAtRandom(*m_page, random);
    }
    const story::Story end = session().story();
    const int reached = session().undoStack().index();
    while (session().undoStack().canUndo()) {
        session().undo();
    }
    QCOMPARE(session().story(), start);
    while (session().undoStack().index() < reached) {
        session().redo();
    }
    QCOMPARE(session().story(), end);
    QVERIFY(session().disk().save());
    QCOMPARE(format::decodeStory(onDisk(), m_path)->story.headline, end.headline);
}

void TestStorySession::savesOnlyWhatChanged()
{
    open();
    session().setField(Field::Deck, u"One was hurt"_s);
    QVERIFY(session().isModified());
    QVERIFY(session().disk().save());
    QVERIFY(!session().isModified());
    QCOMPARE(onDisk(), QByteArray(Draft).replace("Nobody was hurt", "One was hurt"));
    type(u"z"_s);
    QVERIFY(session().isModified()); // typing on after a save is a new step
}

void TestStorySession::keepsRareCharacters_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no-break space") << QByteArray("Ten\u00a0kilometres\u202fon\n");
    QTest::newRow("line separator") << QByteArray("One\u2028two\n");
    QTest::newRow("paragraph separator") << QByteArray("One\u2029two\n");
    QTest::newRow("carriage returns") << QByteArray("One\r\n\r\ntwo\r\n");
    QTest::newRow("decomposed and emoji") << QByteArray("Cafe\u0301 \U0001F6A2 e\u0301\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFOne two\n");
}

void TestStorySession::keepsRareCharacters()
{
    QFETCH(QByteArray, body);
    const QByteArray whole = body + "last line\n";
    open(whole, QStringLiteral("loose.md"));
    QTextCursor caret = m_page->body().textCursor();
    caret.movePosition(QTextCursor::End);
    m_page->body().setTextCursor(caret);
    type(u"!"_s);
    QVERIFY(session().disk().save());
    QCOMPARE(onDisk(), body + "last line!\n");
}

void TestStorySession::refusesToSaveOverAForeignChange()
{
    open();
    type(u"mine "_s);
    QSignalSpy changed(&session(), &StorySession::changedOnDisk);
    QVERIFY(writeFile(m_path, "---\nslug: theirs\n---\n\nTheirs.\n"));
    QTRY_VERIFY(!changed.isEmpty());
    const Result<void> saved = session().disk().save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileChangedOnDisk);
    QVERIFY(onDisk().contains("Theirs."));
    QVERIFY(session().disk().saveOverDisk());
    QVERIFY(onDisk().contains("mine "));
}

void TestStorySession::copyLosesNothing()
{
    open();
    type(u"Mine. "_s);
    QVERIFY(writeFile(m_path, "---\nslug: theirs\n---\n\nTheirs.\n"));
    const QString copy = m_folder->filePath(u"story copy.md"_s);
    QVERIFY(session().disk().saveCopy(copy));
    QVERIFY(readFile(copy)->contains("Mine. "));
    QVERIFY(readFile(copy)->contains("ringbinder: 7"));
    QVERIFY(onDisk().contains("Theirs."));
    QCOMPARE(session().path(), m_path);
    QVERIFY(session().isModified());
    QVERIFY(!session().disk().saveCopy(m_path));
    QVERIFY(onDisk().contains("Theirs."));
    session().disk().finishWrites();
    QCOMPARE(journalled().size(), 1u);
    QVERIFY(session().disk().reload());
    QVERIFY(readFile(copy)->contains("Mine. "));
}

void TestStorySession::reloadsInOneStep()
{
    open();
    type(u"mine "_s);
    const story::Story mine = session().story();
    QVERIFY(writeFile(m_path, QByteArray(Draft).replace("stays shut", "opens")));
    QVERIFY(session().disk().reload());
    QVERIFY(session().story().body.contains(u"The pier opens"_s));
    QVERIFY(!session().isModified());
    session().undo();
    QCOMPARE(session().story(), mine);
}

void TestStorySession::opensABrokenFileReadOnly()
{
    const QByteArray broken = "---\nslug: a\nheadline: \"never closed\n---\n\nText.\n";
    open(broken);
    QVERIFY(session().isReadOnly());
    QVERIFY(session().openError().has_value());
    QVERIFY(session().openError()->line > 0);
    type(u"x"_s);
    QVERIFY(!session().isModified());
    QVERIFY(!session().disk().save());
    QCOMPARE(onDisk(), broken);
}

void TestStorySession::plainTextStaysPlain()
{
    open("Quay reopens\n\nThe quay reopened.\n", QStringLiteral("wire.txt"));
    session().setField(Field::Headline, u"No"_s);
    type(u"A "_s);
    QVERIFY(session().disk().save());
    QCOMPARE(onDisk(), QByteArray("A Quay reopens\n\nThe quay reopened.\n"));
}

std::vector<desk::JournalEntry> TestStorySession::journalled() const
{
    // An entry of a living process is not offered, so the files are looked at.
    const QDir folder(m_folder->filePath(QStringLiteral("journal")));
    std::vector<desk::JournalEntry> entries;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        desk::JournalEntry entry;
        entry.bytes = readFile(file.absoluteFilePath()).value_or(QByteArray());
        entries.push_back(entry);
    }
    return entries;
}

void TestStorySession::journalsWithinASecond()
{
    open();
    type(u"q"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!journalled().empty(), 2000);
    QVERIFY(session().disk().save());
    QTRY_VERIFY(journalled().empty());
}

void TestStorySession::journalsAStoryWithoutAFile()
{
    auto fresh = std::make_unique<StorySession>(services());
    story::Story story;
    story.slug = u"new"_s;
    fresh->disk().startNew(story);
    m_page = std::make_unique<StoryPage>(std::move(fresh));
    m_page->show();
    QVERIFY(!session().isModified());
    type(u"first words"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!journalled().empty(), 2000);
    QVERIFY(!session().disk().save());
    QVERIFY(session().disk().saveAs(m_folder->filePath(u"kept.md"_s)));
    QTRY_VERIFY(journalled().empty());
}

void TestStorySession::undoToCleanForgetsTheJournal()
{
    open();
    type(u"q"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!journalled().empty(), 2000);
    session().undo();
    QVERIFY(!session().isModified());
    QTRY_VERIFY(journalled().empty());
}

void TestStorySession::recoversAsUnsaved()
{
    m_path = write(Draft, QStringLiteral("story.md"));
    desk::JournalEntry entry;
    entry.key = desk::Journal::keyFor(m_path, {});
    entry.path = m_path;
    entry.baseHash = sha256Hex(Draft);
    entry.bytes = QByteArray(Draft).replace("stays shut", "stays open");
    auto recovered = std::make_unique<StorySession>(services());
    QVERIFY(recovered->disk().recover(entry));
    QVERIFY(recovered->isModified());
    m_page = std::make_unique<StoryPage>(std::move(recovered));
    QVERIFY(session().isModified());
    QVERIFY(session().story().body.contains(u"stays open"_s));
    QVERIFY(session().disk().save());
    QCOMPARE(onDisk(), entry.bytes);
    QVERIFY(!session().isModified());
}

void TestStorySession::readsWhatIsTyped()
{
    open();
    QTRY_VERIFY(session().isIdle() && session().reading().snapshot);
    type(u"Seen. "_s);
    QTRY_VERIFY(session().isIdle());
    const Reading &reading = session().reading();
    QCOMPARE(reading.snapshot->text.mid(reading.bodyBegin), session().story().body);
    QCOMPARE(reading.bodyRevision, m_page->body().revision());
    QVERIFY(!reading.analysis->attributions.empty());
    QVERIFY(!session().marks().body.empty());
}

void TestStorySession::decidesUndoably()
{
    open();
    QTRY_VERIFY(session().isIdle() && session().reading().snapshot);
    QVERIFY(!session().reading().bound.units.empty());
    const review::UnitState before = session().reading().bound.units.front().state;
    session().decisions().decide(*session().decisions().unit(0), review::Verdict::Confirmed);
    QTRY_COMPARE(session().reading().bound.units.front().state, review::UnitState::Confirmed);
    const QString file = m_folder->filePath(QStringLiteral("review.json"));
    QTRY_VERIFY(QFile::exists(file));
    session().undo();
    QTRY_COMPARE(session().reading().bound.units.front().state, before);
    QVERIFY(session().decisions().review().decisions.empty());
}

void TestStorySession::decidesNothingThatWasNotSeen()
{
    open();
    QTRY_VERIFY(session().isIdle() && session().reading().snapshot);
    QSignalSpy refused(&session(), &StorySession::failed);
    review::UnitRef seen = *session().decisions().unit(0);
    seen.speaker = u"Somebody Else"_s;
    session().decisions().decide(seen, review::Verdict::Confirmed);
    session().decisions().withdraw(seen);
    session().decisions().correct({}, session().reading().snapshot->revision + 1);
    QVERIFY(session().decisions().review().decisions.empty());
    QCOMPARE(refused.size(), 3);
    QCOMPARE(refused.first().first().value<Error>().code, ErrorCode::UnitChanged);
}

/// A text of which only a piece is there at first.
void TestStorySession::openLong(int debounce)
{
    m_path = write(QByteArray(Draft) + QByteArray("The pier stays shut.\n").repeated(8000),
                   QStringLiteral("story.md"));
    auto opened = std::make_unique<StorySession>(services());
    opened->setDebounce(debounce);
    QVERIFY(opened->disk().open(m_path));
    m_page = std::make_unique<StoryPage>(std::move(opened));
    m_page->resize(900, 600);
}

void TestStorySession::keepsWhatIsTypedWhileLoading()
{
    openLong(0);
    const QString before = session().story().body;
    QVERIFY(m_page->body().isLoading());
    type(u"ab"_s);
    QVERIFY(m_page->body().isLoading());
    m_page->body().finishLoading();
    QCOMPARE(session().story().body, u"ab"_s + before);
    QVERIFY(session().isModified());
    type(u"c"_s);
    QVERIFY(session().disk().save());
    QVERIFY(onDisk().contains("\n\nabc\xe2\x80\x9cIt is out"));
    QCOMPARE(onDisk().size(), QByteArray(Draft).size() + 8000 * 21 + 3);
    session().undo();
    session().undo();
    QCOMPARE(session().story().body, before);
}

void TestStorySession::readsTheBeginningOfALongTextFirst()
{
    openLong(60'000);
    QSignalSpy begun(&session(), &StorySession::beginningRead);
    QVERIFY(begun.wait());
    QVERIFY(session().reading().analysis == nullptr);
    QVERIFY(std::ranges::contains(session().marks().body, TextRange(0, 12), &Mark::range));
    QVERIFY(session().marks().body.back().range.end <= 16 * 1024);
    session().setDebounce(0);
    type(u" "_s);
    QTRY_VERIFY(session().reading().analysis != nullptr);
}

QTEST_MAIN(TestStorySession)
#include "tst_story_session.moc"
