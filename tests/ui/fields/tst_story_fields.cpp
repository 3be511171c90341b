// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/story_fields.h"

#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace nutgraf;
using namespace nutgraf::fields;
using namespace Qt::StringLiterals;
using session::SessionServices;
using session::StorySession;
using story::Field;

namespace {

constexpr int Tall = 1200; // px: all fields have room above the body

/// A page of a story with a long headline, deck and note, as it stands on the screen at first.
struct Page {
    explicit Page(int width)
    {
        story::Story story;
        story.slug = u"harbour-levy"_s;
        story.headline =
            u"Levy on ferry tickets would empty the islands, opposition says, and the minister "
            "promises that the charge will end once six boats are paid for"_s;
        story.deck =
            u"The assembly votes on Tuesday; harbours, schools and shops have asked for more time, "
            "and nobody has said yet who will pay for the boats until they come"_s;
        story.editorsNote = story.deck + u' ' + story.deck;
        auto session = std::make_unique<StorySession>(
            SessionServices{systemClock(), randomIds(), u"kl"_s, folder.path()});
        session->disk().startNew(story);
        page = std::make_unique<page::StoryPage>(std::move(session));
        page->resize(width, Tall);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    ~Page()
    {
        page->session().disk().discardChanges();
    }
    [[nodiscard]] WordsEdit &field(const QString &name) const
    {
        for (auto *edit : page->findChildren<WordsEdit *>()) {
            if (edit->accessibleName() == name) {
                return *edit;
            }
        }
        qFatal("no such field");
    }
    QTemporaryDir folder;
    std::unique_ptr<page::StoryPage> page;
};

/// Every line of it is seen, from the first to the last.
void expectWhole(const WordsEdit &edit)
{
    QTextCursor at(edit.document());
    const QRect first = edit.cursorRect(at);
    at.movePosition(QTextCursor::End);
    const QRect last = edit.cursorRect(at);
    QVERIFY2(first.top() >= 0, qPrintable(edit.accessibleName()));
    QVERIFY2(last.bottom() <= edit.viewport()->height(), qPrintable(edit.accessibleName()));
    QVERIFY(edit.visibleRegion().boundingRect().height() == edit.height());
    QVERIFY(last.top() > first.top()); // it is long
}

} // namespace

class TestStoryFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void longWordsAreSeenWhole_data();
    void longWordsAreSeenWhole();
    void heightIsThatOfTheLines();
    void aLongSlugLeavesRoomForTheSubject();
};

void TestStoryFields::longWordsAreSeenWhole_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {460, 640, 900, 1200}) {
        QTest::newRow(qPrintable(QString::number(width))) << width;
    }
}

void TestStoryFields::longWordsAreSeenWhole()
{
    QFETCH(const int, width);
    const Page page(width);
    expectWhole(page.field(u"Headline"_s));
    expectWhole(page.field(u"Deck"_s));
    page.page->setZoom(1.7);
    QCoreApplication::processEvents();
    expectWhole(page.field(u"Headline"_s));
    page.page->resize(width - 40, Tall);
    QCoreApplication::processEvents();
    expectWhole(page.field(u"Headline"_s));
    expectWhole(page.field(u"Deck"_s));
    page.page->setFieldsFolded(true);
    QCoreApplication::processEvents();
    expectWhole(page.field(u"Headline"_s));
    page.page->setFieldsFolded(false);
    page.page->setZoom(1.0);
    page.page->focusField(Field::EditorsNote); // unfolds more fields
    QCoreApplication::processEvents();
    expectWhole(page.field(u"Editor’s note"_s));
    page.page->session().setField(Field::Headline, page.field(u"Deck"_s).words());
    QCoreApplication::processEvents();
    expectWhole(page.field(u"Headline"_s));
}

void TestStoryFields::aLongSlugLeavesRoomForTheSubject()
{
    const Page page(900);
    page.page->session().setField(Field::Slug, u"a-name-that-does-not-end-"_s.repeated(6));
    page.page->session().setField(Field::Subjects, QStringList{u"ports"_s});
    QCoreApplication::processEvents();
    const WordsEdit &subject = page.field(u"Subject"_s);
    QCOMPARE(subject.visibleRegion().boundingRect().width(), subject.width());
    QVERIFY(subject.geometry().right() <= page.field(u"Headline"_s).geometry().right());
}

/// Neither less nor more than the document's own layout takes.
void TestStoryFields::heightIsThatOfTheLines()
{
    const Page page(900);
    for (const QString &name : {u"Headline"_s, u"Deck"_s, u"Slug"_s}) {
        const WordsEdit &edit = page.field(name);
        double height = 0;
        for (QTextBlock at = edit.document()->begin(); at.isValid(); at = at.next()) {
            height += edit.document()->documentLayout()->blockBoundingRect(at).height();
        }
        QVERIFY2(edit.height() >= height && edit.height() < height + 6, qPrintable(name));
    }
}

QTEST_MAIN(TestStoryFields)
#include "tst_story_fields.moc"
