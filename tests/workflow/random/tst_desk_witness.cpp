// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "desk/sample_desk.h"
#include "desk_witness.h"
#include "review/review.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QString &path)
{
    return sha256Hex(readFile(path).value());
}

/// A desk with a published story, seen by a witness.
class Scene {
public:
    Scene()
    {
        QVERIFY(desk::copySampleDesk(desk()));
        QVERIFY(makeFolder(version(1)));
        QVERIFY(writeFile(version(1) + u"/manifest.json"_s, "{}"));
        QVERIFY(writeFile(version(1) + u"/wire.txt"_s, "as published"));
        QVERIFY(writeFile(story() + u"/review.json"_s, review::writeReview({{decision()}, {}})));
        m_witness.emplace(desk());
    }
    [[nodiscard]] QString desk() const
    {
        return m_folder.path() + u"/desk"_s;
    }
    [[nodiscard]] QString story() const
    {
        return desk() + u"/stories/2026-05-08-reef-survey"_s;
    }
    [[nodiscard]] QString version(int number) const
    {
        return story() + u"/versions/v%1"_s.arg(number, 4, 10, QChar(u'0'));
    }
    [[nodiscard]] static review::Decision decision(const QString &words = u"It grew back"_s)
    {
        return {.id = u"id of "_s + words,
                .target = {.exact = words, .prefix = {}, .suffix = {}},
                .speaker = u"Ann Ro"_s,
                .by = u"rz"_s,
                .at = QDateTime(QDate(2026, 5, 12), QTime(8, 0), QTimeZone::UTC)};
    }
    void decide(const std::vector<review::Decision> &decisions) const
    {
        QVERIFY(writeFile(story() + u"/review.json"_s, review::writeReview({decisions, {}})));
    }
    [[nodiscard]] DeskWitness &witness()
    {
        return *m_witness;
    }

private:
    QTemporaryDir m_folder;
    std::optional<DeskWitness> m_witness;
};

using Deed = std::function<void(const Scene &)>;

void move(const QString &from, const QString &to)
{
    QVERIFY(QDir().mkpath(QFileInfo(to).absolutePath()));
    QVERIFY(QDir().rename(from, to));
}

void publishOnceMore(const Scene &scene, int number)
{
    QVERIFY(makeFolder(scene.version(number)));
    QVERIFY(writeFile(scene.version(number) + u"/manifest.json"_s, QByteArray::number(number)));
}

} // namespace

Q_DECLARE_METATYPE(Deed)
Q_DECLARE_METATYPE(Meant)

/// The witness of the random user is believed when it is silent: does it speak up?
class TestDeskWitness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seesWhatNobodyMeant_data();
    void seesWhatNobodyMeant();
    void seesWhatNobodyCanMean_data();
    void seesWhatNobodyCanMean();
    void seesThatAnothersTextIsOverwritten();
    void seesThatAnotherUnitIsDecided();
    void trustsAnotherProgram();
};

void TestDeskWitness::seesWhatNobodyMeant_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Meant>("needed");
    QTest::newRow("published") << Deed([](const Scene &scene) { publishOnceMore(scene, 2); })
                               << Meant::Publish;
    QTest::newRow("decided") << Deed([](const Scene &scene) {
        scene.decide({Scene::decision(), Scene::decision(u"We were wrong"_s)});
    }) << Meant::Decide;
    QTest::newRow("withdrawn") << Deed([](const Scene &scene) { scene.decide({}); })
                               << Meant::Decide;
    QTest::newRow("turned") << Deed([](const Scene &scene) {
        review::Decision turned = Scene::decision();
        turned.verdict = review::Verdict::Rejected;
        scene.decide({turned});
    }) << Meant::Decide;
    QTest::newRow("saved") << Deed([](const Scene &scene) {
        QVERIFY(writeFile(scene.story() + u"/story.md"_s, "another text"));
    }) << Meant::Save;
    QTest::newRow("spiked") << Deed([](const Scene &scene) {
        move(scene.story(), scene.desk() + u"/spiked/2026-05-08-reef-survey"_s);
    }) << Meant::Spike;
    QTest::newRow("renamed") << Deed([](const Scene &scene) {
        move(scene.story(), scene.desk() + u"/stories/2026-05-11-reef"_s);
    }) << Meant::Rename;
    QTest::newRow("added") << Deed([](const Scene &scene) {
        QVERIFY(makeFolder(scene.desk() + u"/stories/2026-05-12-new"_s));
    }) << Meant::AddStory;
}

void TestDeskWitness::seesWhatNobodyMeant()
{
    QFETCH(const Deed, deed);
    QFETCH(const Meant, needed);
    Scene scene;
    Intent intent{.read = {hashOf(scene.story() + u"/story.md"_s)}};
    QCOMPARE(scene.witness().look(intent), QStringList());
    deed(scene);
    QVERIFY(!scene.witness().look(intent).isEmpty());
    QCOMPARE(scene.witness().look(intent), QStringList()); // it is known now

    Scene meant;
    deed(meant);
    intent.meant = {needed};
    QCOMPARE(meant.witness().look(intent), QStringList());
}

void TestDeskWitness::seesWhatNobodyCanMean_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::newRow("a version changed") << Deed([](const Scene &scene) {
        QVERIFY(writeFile(scene.version(1) + u"/wire.txt"_s, "as forged"));
    });
    QTest::newRow("a file of a version removed") << Deed(
        [](const Scene &scene) { QVERIFY(QFile::remove(scene.version(1) + u"/wire.txt"_s)); });
    QTest::newRow("a version removed")
        << Deed([](const Scene &scene) { QVERIFY(QDir(scene.version(1)).removeRecursively()); });
    QTest::newRow("two versions at once") << Deed([](const Scene &scene) {
        publishOnceMore(scene, 2);
        publishOnceMore(scene, 3);
    });
    QTest::newRow("a story lost") << Deed(
        [](const Scene &scene) { QVERIFY(QDir(scene.story()).removeRecursively()); });
    QTest::newRow("decisions lost") << Deed(
        [](const Scene &scene) { QVERIFY(QFile::remove(scene.story() + u"/review.json"_s)); });
}

void TestDeskWitness::seesWhatNobodyCanMean()
{
    QFETCH(const Deed, deed);
    Scene scene;
    const Intent intent{.meant = {Meant::Publish, Meant::Decide, Meant::Save, Meant::Overwrite,
                                  Meant::Spike, Meant::Restore, Meant::AddStory, Meant::Rename}};
    QCOMPARE(scene.witness().look(intent), QStringList());
    deed(scene);
    QVERIFY(!scene.witness().look(intent).isEmpty());
}

void TestDeskWitness::seesThatAnothersTextIsOverwritten()
{
    Scene scene;
    const QString draft = scene.story() + u"/story.md"_s;
    const QString read = hashOf(draft);
    scene.witness().writeFromOutside(u"2026-05-08-reef-survey"_s, "by another program");
    QVERIFY(writeFile(draft, "by the window"));
    QVERIFY(!scene.witness().look({.meant = {Meant::Save}, .read = {read}}).isEmpty());
    QVERIFY(writeFile(draft, "by the window, again"));
    QCOMPARE(scene.witness().look({.meant = {Meant::Overwrite}, .read = {read}}), QStringList());
}

void TestDeskWitness::seesThatAnotherUnitIsDecided()
{
    const auto decided = [](const QString &chosen) {
        Scene scene;
        scene.decide({Scene::decision(), Scene::decision(u"We were wrong, and we said so"_s)});
        return scene.witness().look({.meant = {Meant::Decide}, .chosen = chosen});
    };
    QVERIFY(!decided(u"“Nobody asked us.”"_s).isEmpty());
    QCOMPARE(decided(u"“We were wrong,” … “and we said so”"_s), QStringList());
    QCOMPARE(decided(QString()), QStringList());
}

void TestDeskWitness::trustsAnotherProgram()
{
    Scene scene;
    scene.witness().writeFromOutside(u"2026-05-08-reef-survey"_s, "by another program");
    QCOMPARE(scene.witness().look({}), QStringList());
    scene.witness().removeFromOutside(u"2026-05-08-reef-survey"_s);
    QCOMPARE(scene.witness().look({}), QStringList());
}

QTEST_GUILESS_MAIN(TestDeskWitness)
#include "tst_desk_witness.moc"
