// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

// packaging/lib on a system that needs a Debian 13 root: what a user writes is the user's own, and
// whoever cannot install packages is told once, in full, what to ask for.

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int code = -1;
    QString words;
};

/// The scripts, with a home and a search path of their own.
class Scripts {
public:
    Scripts()
    {
        QDir(m_home.path()).mkpath(u"bin"_s);
        for (const QString &tool :
             {u"awk"_s,       u"bash"_s,     u"cat"_s,      u"chroot"_s, u"cut"_s,   u"date"_s,
              u"dirname"_s,   u"find"_s,     u"grep"_s,     u"id"_s,     u"mkdir"_s, u"mount"_s,
              u"mv"_s,        u"readlink"_s, u"realpath"_s, u"rm"_s,     u"sed"_s,   u"sh"_s,
              u"sha256sum"_s, u"tr"_s,       u"unshare"_s}) {
            QFile::link(QStandardPaths::findExecutable(tool), file(u"bin/"_s + tool));
        }
    }

    [[nodiscard]] QString file(const QString &name) const
    {
        return m_home.filePath(name);
    }
    void add(const QString &name, const QByteArray &words = {}) const
    {
        QFile made(file(name));
        QVERIFY(QDir().mkpath(QFileInfo(made).absolutePath()) && made.open(QIODevice::WriteOnly));
        made.write(words);
        made.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] Outcome run(const QString &commands, const QString &folder = {}) const
    {
        QProcess shell;
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"PATH"_s, file(u"bin"_s));
        environment.insert(u"keyring"_s, file(u"keyring.gpg"_s));
        environment.insert(u"subuid"_s, file(u"subuid"_s));
        environment.insert(u"subgid"_s, file(u"subgid"_s));
        environment.insert(u"sysctls"_s, file(u"sysctls"_s));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.setWorkingDirectory(folder.isEmpty() ? m_home.path() : folder);
        const QString lib = QStringLiteral(NUTGRAF_SOURCE_DIR "/packaging/lib/");
        shell.start(QStandardPaths::findExecutable(u"bash"_s),
                    {u"-c"_s,
                     u". %1common.sh; . %1native.sh; . %1debian_root.sh; %2"_s.arg(lib, commands)});
        shell.waitForFinished();
        return {shell.exitCode(), QString::fromUtf8(shell.readAll())};
    }

private:
    QTemporaryDir m_home;
};

/// Whether this user may make a root's mounts.
bool mayEnter(const Scripts &scripts)
{
    const QString bwrap = QStandardPaths::findExecutable(u"bwrap"_s);
    if (!bwrap.isEmpty()) {
        QFile::link(bwrap, scripts.file(u"bin/bwrap"_s));
    }
    return scripts.run(u"[ $user_id = 0 ] && unshare --mount sh -c : || bwrap --bind / / sh -c :"_s)
               .code
        == 0;
}

} // namespace

class TestDebianRoot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheAdministratorOnce() const;
    void opensUserNamespaces() const;
    void refusesWhatCannotBeGiven_data() const;
    void refusesWhatCannotBeGiven() const;
    void everyOtherPathIsTheUsers() const;
    void keepsADeskThatLiesInAnOldRoot() const;
};

void TestDebianRoot::tellsTheAdministratorOnce() const
{
    const Scripts scripts;
    const QString asUser = u"user_id=1000; id() { [ $1 = -un ] && echo vale; }; root_tools"_s;
    scripts.add(u"subuid"_s, "holm:100000:65536\n");
    const Outcome told = scripts.run(asUser);
    QCOMPARE(told.code, 1);
    QCOMPARE(told.words.count(u"apt-get update"_s), 1);
    QVERIFY2(told.words.contains(
                 u"    apt-get update && apt-get install --yes --no-install-recommends "
                 "mmdebstrap debian-archive-keyring uidmap bubblewrap && usermod --add-subuids "
                 "165536-231071 --add-subgids 165536-231071 vale\n"_s),
             qPrintable(told.words));

    for (const QString &done : {u"bin/mmdebstrap"_s, u"bin/newuidmap"_s, u"keyring.gpg"_s}) {
        scripts.add(done);
    }
    scripts.add(u"subuid"_s, "vale:165536:65536\n");
    scripts.add(u"subgid"_s, "vale:165536:65536\n");
    const Outcome rest = scripts.run(asUser);
    QVERIFY2(rest.words.contains(u"--no-install-recommends bubblewrap\n"_s),
             qPrintable(rest.words));

    scripts.add(u"bin/bwrap"_s);
    QCOMPARE(scripts.run(asUser).words, QString());
    QCOMPARE(scripts.run(asUser).code, 0);
}

void TestDebianRoot::opensUserNamespaces() const
{
    const Scripts scripts;
    scripts.add(u"subuid"_s, "1000:1:65536\n");
    scripts.add(u"subgid"_s, "1000:1:65536\n");
    scripts.add(u"sysctls/kernel/unprivileged_userns_clone"_s, "0\n");
    scripts.add(u"sysctls/user/max_user_namespaces"_s, "9000\n");
    QCOMPARE(scripts.run(u"user_id=1000; root_permissions"_s).words,
             u"echo kernel.unprivileged_userns_clone=1 >>/etc/sysctl.d/80-nutgraf.conf\n"
             "sysctl --quiet kernel.unprivileged_userns_clone=1\n"_s);
}

void TestDebianRoot::refusesWhatCannotBeGiven_data() const
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const QString &argument, bool isRefused) {
        QTest::newRow(qPrintable(argument)) << argument << isRefused;
    };
    row(u"/usr/share/newsdesk"_s, true);
    row(u"/usr"_s, true);
    row(u"/etc/newsdesk"_s, true);
    row(u"/srv/../usr/newsdesk"_s, true);
    row(u"--output=/etc/edition"_s, true);
    row(u"link/newsdesk"_s, true);
    row(u"/srv/newsdesk"_s, false);
    row(u"/usrdata"_s, false);
    row(u"/nowhere/yet/newsdesk"_s, false);
    row(u"newsdesk"_s, false);
    row(u"--signed"_s, false);
    row(u"--note=about /usr"_s, false);
    row(QString(), false);
}

void TestDebianRoot::refusesWhatCannotBeGiven() const
{
    QFETCH(const QString, argument);
    QFETCH(const bool, isRefused);
    const Scripts scripts;
    QVERIFY(QFile::link(u"/usr/share"_s, scripts.file(u"link"_s)));
    const Outcome outcome = scripts.run(u"root_refuse cli '%1'"_s.arg(argument));
    QCOMPARE(outcome.code, isRefused ? 1 : 0);
    QCOMPARE(outcome.words.contains(u"Name a folder elsewhere"_s), isRefused);
}

/// New folders, links and relative names, below a folder that is neither home nor /tmp.
void TestDebianRoot::everyOtherPathIsTheUsers() const
{
    const Scripts scripts;
    if (!mayEnter(scripts)) {
        QSKIP("this user may not mount anything");
    }
    // Its programs are this system's: what matters is where things are written.
    QVERIFY(QDir().mkpath(scripts.file(u"my root"_s)));
    for (const QString &part : {u"/usr"_s, u"/etc"_s}) {
        QFile::link(part, scripts.file(u"my root"_s) + part);
    }
    const QTemporaryDir desk(u"/var/tmp/nutgraf-XXXXXX"_s);
    QVERIFY(QDir(desk.path()).mkpath(u"here"_s));
    QFile::link(desk.filePath(u"here"_s), desk.filePath(u"link"_s));
    const Outcome outcome = scripts.run(
        u"root=\"$HOME/my root\"; root_exec sh -c 'mkdir -p %1/new/deep relative link/linked; pwd;"
        " mkdir /usr/nutgraf-refused 2>&1; mkdir /etc/nutgraf-refused 2>&1'"_s.arg(desk.path()),
        desk.path());
    QVERIFY2(outcome.words.startsWith(desk.path() + u'\n'), qPrintable(outcome.words));
    QCOMPARE(outcome.words.count(u"Read-only"_s), 2);
    QCOMPARE(outcome.code, 1);
    for (const QString &made : {u"new/deep"_s, u"relative"_s, u"here/linked"_s}) {
        QVERIFY2(QDir(desk.filePath(made)).exists(), qPrintable(made));
    }
}

void TestDebianRoot::keepsADeskThatLiesInAnOldRoot() const
{
    const Scripts scripts;
    scripts.add(u"root/srv/newsdesk/desk.json"_s);
    scripts.add(u"root/usr/share/nutgraf/desk.json"_s);
    const Outcome outcome = scripts.run(u"root_remove \"$HOME/root\""_s);
    QVERIFY2(outcome.words.contains(u"/srv/newsdesk"_s), qPrintable(outcome.words));
    const QStringList kept = QDir(scripts.file(QString())).entryList({u"root*"_s}, QDir::Dirs);
    QCOMPARE(kept.size(), 1);
    QVERIFY(QFile::exists(scripts.file(kept.first() + u"/srv/newsdesk/desk.json"_s)));

    scripts.add(u"root/usr/share/nutgraf/desk.json"_s);
    QCOMPARE(scripts.run(u"mkdir -p \"$cache/debs\"; root_remove \"$HOME/root\""_s).words,
             QString());
    QVERIFY(!QFile::exists(scripts.file(u"root"_s)));
}

QTEST_GUILESS_MAIN(TestDebianRoot)
#include "tst_debian_root.moc"
