// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/tagger.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace nutgraf;
using namespace nutgraf::tagger;
using namespace Qt::StringLiterals;

namespace {

const QString Models = QStringLiteral(NUTGRAF_SOURCE_DIR "/resources/models");

/// The words of a text whose words and marks are parted by blanks.
std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf(u' ', at);
        end = end < 0 ? text.size() : end;
        words.push_back({{at, end}, false, at == 0, !text.at(at).isLetterOrNumber()});
        at = end + 1;
    }
    return words;
}

QString spelled(const QString &text, const std::vector<Word> &words, const Span &span)
{
    return text.sliced(words.at(static_cast<size_t>(span.first)).range.begin)
        .first(words.at(static_cast<size_t>(span.last)).range.end
               - words.at(static_cast<size_t>(span.first)).range.begin);
}

/// A copy of the model's folder.
void copyModel(const QTemporaryDir &folder)
{
    for (const QString &name :
         {u"tagger.json"_s, u"tagger.onnx"_s, u"vectors.bin"_s, u"words.txt"_s}) {
        QVERIFY(QFile::copy(Models + u'/' + name, folder.filePath(name)));
        QFile(folder.filePath(name)).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

class TestTagger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksNamesAndWhoSaysWhat() const;
    void linksEachContentToItsOwnCue() const;
    void answersAlikeOnEveryThread() const;
    void readsTextsLongerThanAPiece() const;
    void readsNothing() const;
    void saysWhatIsMissingOrDamaged_data() const;
    void saysWhatIsMissingOrDamaged() const;
};

void TestTagger::marksNamesAndWhoSaysWhat() const
{
    const auto tagger = Tagger::load(Models);
    QVERIFY(tagger);
    const QString text =
        u"The harbour levy will stay , Finance Minister Anna Miller told reporters in London ."_s;
    const std::vector<Word> words = wordsOf(text);
    const Tags tags = (*tagger)->tag(text, words);
    QCOMPARE(tags.names.size(), 2U);
    QCOMPARE(spelled(text, words, tags.names.at(0)), u"Anna Miller"_s);
    QCOMPARE(tags.names.at(0).type, NameType::Person);
    QCOMPARE(spelled(text, words, tags.names.at(1)), u"London"_s);
    QCOMPARE(tags.names.at(1).type, NameType::Location);
    QCOMPARE(tags.cues.size(), 1U);
    QVERIFY(spelled(text, words, tags.cues.front()).startsWith(u"told"_s));
    QCOMPARE(tags.sources.size(), 1U);
    QCOMPARE(spelled(text, words, tags.sources.front()), u"Finance Minister Anna Miller"_s);
    QCOMPARE(tags.contents.size(), 1U);
    QVERIFY(
        spelled(text, words, tags.contents.front()).startsWith(u"The harbour levy will stay"_s));
    QVERIFY(tags.sourceLink(tags.cues.front(), tags.sources.front()) > 0);
    QVERIFY(tags.contentLink(tags.cues.front(), tags.contents.front()) > 0);
    for (const Span &span : tags.sources) {
        QVERIFY(span.sureness > 0 && span.sureness <= 1);
    }
}

void TestTagger::linksEachContentToItsOwnCue() const
{
    const auto tagger = Tagger::load(Models);
    QVERIFY(tagger);
    const QString text =
        u"Smith said the plan would fail . Jones replied that the plan would work ."_s;
    const std::vector<Word> words = wordsOf(text);
    const Tags tags = (*tagger)->tag(text, words);
    QCOMPARE(tags.cues.size(), 2U);
    QCOMPARE(tags.contents.size(), 2U);
    QCOMPARE(tags.sources.size(), 2U);
    for (size_t own = 0; own < 2; ++own) {
        const size_t other = 1 - own;
        QVERIFY(tags.contentLink(tags.cues[own], tags.contents[own])
                > tags.contentLink(tags.cues[other], tags.contents[own]));
        QVERIFY(tags.sourceLink(tags.cues[own], tags.sources[own])
                > tags.sourceLink(tags.cues[own], tags.sources[other]));
    }
}

void TestTagger::answersAlikeOnEveryThread() const
{
    const auto tagger = Tagger::load(Models);
    QVERIFY(tagger);
    const QString text = u"Officials in Paris denied on Monday that Acme Corp had been sold ."_s;
    const std::vector<Word> words = wordsOf(text);
    const Tags expected = (*tagger)->tag(text, words);
    std::array<Tags, 4> found;
    {
        std::vector<std::jthread> threads;
        for (Tags &each : found) {
            threads.emplace_back([&] { each = (*tagger)->tag(text, words); });
        }
    }
    for (const Tags &each : found) {
        QVERIFY(each.sources == expected.sources);
        QVERIFY(each.cues == expected.cues);
        QVERIFY(each.contents == expected.contents);
        QCOMPARE(each.names.size(), expected.names.size());
    }
}

void TestTagger::readsTextsLongerThanAPiece() const
{
    const auto tagger = Tagger::load(Models);
    QVERIFY(tagger);
    QString text;
    for (int i = 0; i < 120; ++i) {
        text += u"Mayor John Smith said the bridge would open . "_s;
    }
    text.chop(1);
    const std::vector<Word> words = wordsOf(text);
    const Tags tags = (*tagger)->tag(text, words);
    QVERIFY(tags.cues.size() > 100);
    QCOMPARE(spelled(text, words, tags.cues.back()), u"said"_s);
    QVERIFY(tags.names.back().last > 1000); // numbers go on over the pieces
    QVERIFY(tags.sourceLink(tags.cues.back(), tags.sources.back()) > 0);
}

void TestTagger::readsNothing() const
{
    const auto tagger = Tagger::load(Models);
    QVERIFY(tagger);
    QVERIFY((*tagger)->tag(u"", {}).names.empty());
}

void TestTagger::saysWhatIsMissingOrDamaged_data() const
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isMissing");
    for (const QString &file :
         {u"tagger.json"_s, u"tagger.onnx"_s, u"vectors.bin"_s, u"words.txt"_s}) {
        QTest::addRow("no %s", qPrintable(file)) << file << true;
        QTest::addRow("damaged %s", qPrintable(file)) << file << false;
    }
}

void TestTagger::saysWhatIsMissingOrDamaged() const
{
    QFETCH(const QString, file);
    QFETCH(const bool, isMissing);
    const QTemporaryDir folder;
    copyModel(folder);
    QFile damaged(folder.filePath(file));
    if (isMissing) {
        QVERIFY(damaged.remove());
    } else {
        QVERIFY(damaged.resize(damaged.size() / 2));
    }
    const auto loaded = Tagger::load(folder.path());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, isMissing ? ErrorCode::FileNotFound : ErrorCode::ModelInvalid);
    QVERIFY(loaded.error().subject.endsWith(file));
}

QTEST_GUILESS_MAIN(TestTagger)
#include "tst_tagger.moc"
