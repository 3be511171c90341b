// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

/// A decision that gives `words` to another speaker.
QByteArray givenTo(const QString &speaker, const QString &words)
{
    const QString time = u"2026-05-12T09:30:00Z"_s;
    const QJsonObject correction{{u"by"_s, u"kl"_s}, {u"at"_s, time}, {u"speaker"_s, speaker}};
    const QJsonObject target{{u"type"_s, u"TextQuoteSelector"_s}, {u"exact"_s, words}};
    const QJsonObject decision{{u"id"_s, u"d1"_s},
                               {u"verdict"_s, u"confirmed"_s},
                               {u"speaker"_s, speaker},
                               {u"by"_s, u"kl"_s},
                               {u"at"_s, time},
                               {u"target"_s, target},
                               {u"correction"_s, correction}};
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"decisions"_s, QJsonArray{decision}}})
        .toJson();
}

const QString Safe = u"“The pier is safe,”"_s;

/// A story in which “she” may be either of two.
struct Fixture {
    Fixture()
    {
        QDir(folder.path()).mkpath(u"pier"_s);
        write(u"story.md"_s,
              "---\nslug: pier\nheadline: The pier is safe\n---\n\n"
              "Mayor Ada Brandt met the union’s Olga Baran on Monday.\n\n"
              "“The pier is safe,” she said.\n");
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(writeFile(story + u'/' + name, bytes).has_value());
    }
    [[nodiscard]] QJsonObject attribution() const
    {
        const QByteArray json = run({u"analyze"_s, u"--format=json"_s, story}).out;
        const QJsonArray all =
            QJsonDocument::fromJson(json).object().value(u"attributions"_s).toArray();
        return all.last().toObject();
    }
    [[nodiscard]] QByteArray summary() const
    {
        return run({u"summarize"_s, story, u"--words"_s, u"400"_s}).out;
    }

    QTemporaryDir folder;
    QString story = folder.filePath(u"pier"_s);
};

} // namespace

class TestCliCorrections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void analyzeGivesTheEditorsSpeaker() const;
    void summarizeNamesTheEditorsSpeaker() const;
    void checkFindsNothingUnsure() const;
    void publishesACorrectedQuotation() const;
    void saysWhatIsWrongWithACorrection() const;
};

void TestCliCorrections::analyzeGivesTheEditorsSpeaker() const
{
    const Fixture at;
    const QString found = at.attribution().value(u"speaker_name"_s).toString();
    const QString other = found == "Ada Brandt"_L1 ? u"Olga Baran"_s : u"Ada Brandt"_s;
    QVERIFY(!at.attribution().contains(u"corrected"_s));
    at.write(u"review.json"_s, givenTo(other, Safe));
    const QJsonObject said = at.attribution();
    QCOMPARE(said.value(u"speaker_name"_s).toString(), other);
    QVERIFY(said.value(u"speaker"_s).isString());
    QCOMPARE(said.value(u"confidence"_s).toDouble(), 1.0);
    QCOMPARE(said.value(u"corrected"_s).toObject(),
             (QJsonObject{{u"by"_s, u"kl"_s}, {u"at"_s, u"2026-05-12T09:30:00Z"_s}}));
    // The file's other name finds the decisions, too.
    const QByteArray table =
        run({u"analyze"_s, u"--format=table"_s, at.story + u"/story.md"_s}).out;
    QVERIFY2(table.contains("1.00  " + other.toUtf8()), table.constData());
}

void TestCliCorrections::summarizeNamesTheEditorsSpeaker() const
{
    const Fixture at;
    for (const QString &speaker : {u"Ada Brandt"_s, u"Olga Baran"_s, u"Ruth Adeyemi"_s}) {
        at.write(u"review.json"_s, givenTo(speaker, Safe));
        const QByteArray surname = speaker.section(u' ', 1).toUtf8();
        const QByteArray summary = at.summary();
        QVERIFY2(summary.contains(surname + " said."), summary.constData());
    }
}

void TestCliCorrections::checkFindsNothingUnsure() const
{
    const Fixture at;
    QVERIFY(run({u"check"_s, at.story}).out.contains("The pier is safe,"));
    at.write(u"review.json"_s, givenTo(u"Ada Brandt"_s, Safe));
    QVERIFY(!run({u"check"_s, at.story}).out.contains("The pier is safe,"));
}

void TestCliCorrections::publishesACorrectedQuotation() const
{
    const QTemporaryDir folder;
    const QString desk = run({u"sample"_s, folder.filePath(u"desk"_s)}).line();
    const QString story = desk + u"/stories/2026-05-12-harbour-levy"_s;
    const QString words = u"“Nobody says this, and nobody is named for it in any way at all.”"_s;
    const QString draft = story + u"/story.md"_s;
    QVERIFY(writeFile(draft, readFile(draft).value() + '\n' + words.toUtf8() + '\n').has_value());
    const QStringList publish{u"publish"_s, story, u"--now"_s, u"2026-05-12T11:00:00Z"_s};
    QCOMPARE(run(publish).code, 1);
    QVERIFY(writeFile(story + u"/review.json"_s, givenTo(u"Ruth Adeyemi"_s, words)).has_value());
    const Outcome published = run(publish);
    QVERIFY2(published.code == 0, published.error.constData());
}

void TestCliCorrections::saysWhatIsWrongWithACorrection() const
{
    const Fixture at;
    at.write(u"review.json"_s, givenTo(u"Ada Brandt"_s, Safe).replace("\"speaker\"", "\"kind\""));
    for (const QString &verb : {u"analyze"_s, u"summarize"_s, u"check"_s}) {
        const Outcome outcome = run({verb, at.story});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains("correction.kind"), outcome.error.constData());
    }
}

QTEST_GUILESS_MAIN(TestCliCorrections)
#include "tst_cli_corrections.moc"
