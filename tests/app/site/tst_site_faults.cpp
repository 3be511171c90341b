// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site_desk.h"
#include "support/failing_disk.h"

#include <filesystem>

using namespace nutgraf;
using namespace nutgraf::site;
using namespace nutgraf::site_test;
using namespace nutgraf::test;

namespace {

/// A site that two publications have yet to reach.
struct Outdated {
    Desk desk;
    QMap<QString, QByteArray> before;

    Outdated()
    {
        publish::sample::Request one = request(desk, u"one"_s);
        publish::sample::Request two = request(desk, u"two"_s);
        sendOut(one, 9);
        sendOut(two, 10);
        sendOut(two, 11, PublicationKind::Update, u"More."_s);
        static_cast<void>(desk.build());
        before = filesOf(desk);
        sendOut(one, 12, PublicationKind::Correction, u"It was wrong."_s);
        sendOut(two, 13, PublicationKind::Kill, u"All wrong."_s);
    }
};

/// The same desk in another folder.
struct Copy {
    Desk desk;

    explicit Copy(const Desk &of)
    {
        std::filesystem::copy(of.dir.path().toStdString(), desk.dir.path().toStdString(),
                              std::filesystem::copy_options::recursive);
    }
};

QByteArray about(const Attempt &attempt, const QString &file)
{
    return "fault " + QByteArray::number(static_cast<int>(attempt.fault)) + " at "
        + QByteArray::number(attempt.operation) + ": " + attempt.failure + "; " + file.toUtf8();
}

/// Half a name: what a crash leaves of a file in the making.
bool isAside(const QString &file)
{
    return file.section(u'/', -1).startsWith(u".file-"_s);
}

} // namespace

class TestSiteFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMadeWholeAfterAnyFault() const;
};

/// At every operation of the disk, with every fault: each file is the old one or the new one, and
/// the next run leaves the very site that a run without faults leaves.
void TestSiteFaults::isMadeWholeAfterAnyFault() const
{
    const Outdated outdated;
    const Copy whole(outdated.desk);
    static_cast<void>(whole.desk.build());
    const QMap<QString, QByteArray> after = filesOf(whole.desk);
    forEveryOperation([&](Fault fault, int operation) {
        const Copy at(outdated.desk);
        FailingDisk disk(at.desk.dir.path(), Calls::Writing);
        Built built;
        const Attempt attempt =
            test::attempt(disk, fault, operation, [&] { built = at.desk.build(); });
        [&] {
            const QMap<QString, QByteArray> now = filesOf(at.desk);
            for (const auto &[file, bytes] : now.asKeyValueRange()) {
                const bool isOldOrNew =
                    bytes == outdated.before.value(file) || bytes == after.value(file);
                QVERIFY2(isOldOrNew || isAside(file), about(attempt, file).constData());
            }
            QVERIFY2(!attempt.hasFailed || fault == Fault::Crash || !built.faults.empty()
                         || now == after,
                     about(attempt, u"says nothing"_s).constData());
            QVERIFY2(at.desk.build().faults.empty(), about(attempt, {}).constData());
            QMap<QString, QByteArray> mended = filesOf(at.desk);
            mended.removeIf([](const auto &file) { return isAside(file.key()); });
            QVERIFY2(mended == after, about(attempt, u"mended"_s).constData());
        }();
        return attempt;
    });
}

QTEST_GUILESS_MAIN(TestSiteFaults)
#include "tst_site_faults.moc"
