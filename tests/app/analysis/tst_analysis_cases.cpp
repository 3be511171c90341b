// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Cases are data: tests/data/analysis/NAME.txt is read and compared with NAME.expected.
// `tst_analysis_cases --refresh` writes the expectations anew; look at the difference before it is
// kept.

#include "analysis/analyser.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

QString words(const QString &text, const std::vector<TextRange> &ranges)
{
    QStringList found;
    for (const TextRange &range : ranges)
        found.push_back(range.in(text).toString());
    return found.isEmpty() ? QStringLiteral("-") : found.join(QStringLiteral(" … "));
}

QString described(const QString &text)
{
    static const QStringList kinds{QStringLiteral("direct"), QStringLiteral("mixed"),
                                   QStringLiteral("indirect")};
    static const QStringList types{QStringLiteral("PER"), QStringLiteral("ORG"),
                                   QStringLiteral("LOC"), QStringLiteral("MISC"),
                                   QStringLiteral("DATE")};
    const Analysis analysis = Analyser(nullptr).analyse(plainText(1, text)); // the rules alone
    QString out = QStringLiteral("language %1\n").arg(analysis.language);
    for (const Attribution &a : analysis.attributions) {
        const QString speaker = a.speaker < 0
            ? QStringLiteral("-")
            : analysis.speakers.at(static_cast<size_t>(a.speaker)).name;
        out += QStringLiteral("%1 %2%3\n  speaker %4\n  source  %5\n  cue     %6\n  content %7\n")
                   .arg(a.id, kinds.at(static_cast<int>(a.kind)),
                        a.confidence < UnsureBelow ? QStringLiteral(" unsure") : QString(), speaker,
                        words(text, a.source), words(text, a.cue))
                   .arg(words(text, a.content));
    }
    for (const Speaker &speaker : analysis.speakers)
        out += QStringLiteral("speaker %1 %2\n").arg(speaker.initials, speaker.name);
    for (const Entity &entity : analysis.entities)
        out += QStringLiteral("%1 %2: %3\n")
                   .arg(types.at(static_cast<int>(entity.type)), entity.name,
                        words(text, entity.mentions));
    for (const Clarification &c : analysis.clarifications)
        out += QStringLiteral("clarified %1: %2\n").arg(c.quoted.in(text), c.name);
    return out;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QDir caseFolder()
{
    return {QStringLiteral(NUTGRAF_TEST_DATA "/analysis")};
}

int refresh()
{
    for (const QString &name : caseFolder().entryList({QStringLiteral("*.txt")})) {
        const QString path = caseFolder().filePath(name);
        QFile file(path.chopped(4) + QStringLiteral(".expected"));
        if (!file.open(QIODevice::WriteOnly) || file.write(described(read(path)).toUtf8()) < 0)
            return 1;
    }
    return 0;
}

} // namespace

class TestAnalysisCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsExpected_data() const;
    void readsAsExpected() const;
};

void TestAnalysisCases::readsAsExpected_data() const
{
    QTest::addColumn<QString>("path");
    for (const QString &name : caseFolder().entryList({QStringLiteral("*.txt")}))
        QTest::newRow(qPrintable(name)) << caseFolder().filePath(name);
}

void TestAnalysisCases::readsAsExpected() const
{
    QFETCH(QString, path);
    const QStringList expected = read(path.chopped(4) + QStringLiteral(".expected")).split(u'\n');
    const QStringList found = described(read(path)).split(u'\n');
    for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i)
        QCOMPARE(found.at(i), expected.at(i));
    QCOMPARE(found.size(), expected.size());
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (app.arguments().contains(QStringLiteral("--refresh")))
        return refresh();
    TestAnalysisCases test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_analysis_cases.moc"
