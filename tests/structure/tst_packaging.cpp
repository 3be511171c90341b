// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

// What a desktop and a software catalogue read: one name and one version everywhere, and valid
// files.

namespace {

QString path(const QString &name)
{
    return QStringLiteral(NUTGRAF_SOURCE_DIR "/") + name;
}

QString read(const QString &name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString found(const QString &file, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::MultilineOption)
        .match(read(file))
        .captured(1);
}

const QString entry = QStringLiteral("packaging/org.nutgraf.Nutgraf.desktop");
const QString catalogue = QStringLiteral("packaging/org.nutgraf.Nutgraf.metainfo.xml");

/// What a validator says of a file; nothing when it is content.
QString faults(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

} // namespace

class TestPackaging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneNameEverywhere() const;
    void oneVersionEverywhere() const;
    void menuEntryIsValid() const;
    void catalogueEntryIsValid() const;
};

void TestPackaging::oneNameEverywhere() const
{
    const QString id = QStringLiteral("org.nutgraf.Nutgraf");
    QCOMPARE(found(entry, QStringLiteral("^Icon=(.*)$")), id);
    QCOMPARE(found(catalogue, QStringLiteral("<id>(.*)</id>")), id);
    QCOMPARE(found(catalogue, QStringLiteral("desktop-id\">(.*)</launchable>")),
             id + QStringLiteral(".desktop"));
    QVERIFY(QFile::exists(path(QStringLiteral("resources/icons/%1.svg").arg(id))));
    QVERIFY(read(QStringLiteral("ui/main.cpp")).contains(u'"' + id + u'"'));
}

void TestPackaging::oneVersionEverywhere() const
{
    const QString version = QStringLiteral(NUTGRAF_VERSION);
    QCOMPARE(found(catalogue, QStringLiteral("<release version=\"([^\"]*)\"")), version);
    for (const QString &page : {QStringLiteral("nutgraf.1"), QStringLiteral("nutgraf-cli.1")}) {
        QCOMPARE(found(QStringLiteral("packaging/") + page, QStringLiteral("\"Nutgraf ([^\"]*)\"")),
                 version);
    }
}

void TestPackaging::menuEntryIsValid() const
{
    const QString validator =
        QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
    if (validator.isEmpty()) {
        QSKIP("desktop-file-validate is not installed");
    }
    QCOMPARE(faults(validator, {path(entry)}), QString());
}

void TestPackaging::catalogueEntryIsValid() const
{
    const QString validator = QStandardPaths::findExecutable(QStringLiteral("appstreamcli"));
    if (validator.isEmpty()) {
        QSKIP("appstreamcli is not installed");
    }
    // The project has no home page yet.
    QCOMPARE(faults(validator,
                    {QStringLiteral("validate"), QStringLiteral("--no-net"),
                     QStringLiteral("--override=url-homepage-missing=info"), path(catalogue)}),
             QString());
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
