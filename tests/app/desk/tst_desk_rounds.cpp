// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/publish/sample.h"
#include "desk/desk.h"
#include "publish/desk_check.h"
#include "support/failing_disk.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace nutgraf;
using namespace nutgraf::test;
using namespace Qt::StringLiterals;

// One desk lives through many rounds of all that is done to stories, each with a fault somewhere.
// What a fault leaves behind is there in the next round: tst_desk_rounds --seed N --rounds N.

namespace {

struct Wanted {
    quint32 seed = 16;
    int rounds = 200;
};

Wanted &wanted()
{
    static Wanted all;
    return all;
}

enum class Deed { Add, Save, Publish, Kill, Rename, Spike, Restore, Duplicate };

constexpr std::array Deeds{Deed::Add,     Deed::Save,    Deed::Publish,  Deed::Publish,
                           Deed::Publish, Deed::Publish, Deed::Kill,     Deed::Rename,
                           Deed::Spike,   Deed::Restore, Deed::Duplicate};
constexpr int MostStories = 6;
constexpr int MostVersions = 5; // of one story; then it is killed
constexpr int CallsOfADeed = 160; // about as many as publishing makes: a fault may come too late

/// A story as it lies there.
struct Lying {
    QString folder;
    bool isSpiked = false;
    QByteArray draft;
    QMap<QString, QString> published; ///< hash by file below versions/
    int versions = 0;
};

using Facts = QMap<QString, Lying>; ///< by story id

Lying lyingIn(const QString &folder, bool isSpiked)
{
    const story::StoryFolder story(folder);
    Lying lying{.folder = folder,
                .isSpiked = isSpiked,
                .draft = readFile(story.draft()).value_or(QByteArray()),
                .published = {}};
    const QDir versions(folder + u"/versions"_s);
    lying.versions = static_cast<int>(versions.entryList({u"v*"_s}, QDir::Dirs).size());
    QDirIterator files(versions.path(), {u"*"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        lying.published.insert(versions.relativeFilePath(path),
                               sha256Hex(readFile(path).value_or(QByteArray())));
    }
    return lying;
}

/// What was done in a round, and what came of it.
struct Round {
    Deed deed = Deed::Add;
    QString id; ///< of the story it was done to; empty: a new one
    Result<QString> done = fail(ErrorCode::Internal, {});
    Attempt attempt;
};

class Life {
public:
    explicit Life(quint32 seed) : m_random(seed)
    {
        const story::Agency agency{
            u"Meridian Wire"_s, u"meridian.example"_s, u"Wire"_s, {}, {}, {}, 120};
        m_desk = desk::Desk::create(m_dir.filePath(u"desk"_s), {u"Coast desk"_s, agency}).value();
        m_desk->add(storyNumber(0), clock()).value();
    }

    [[nodiscard]] Facts facts(QStringList &faults) const
    {
        Facts facts;
        const story::DeskFolder folder(m_desk->folder());
        for (const QString &parent : {folder.stories(), folder.spiked()}) {
            for (const QString &name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const Lying lying =
                    lyingIn(parent + u'/' + name, parent == QString(folder.spiked()));
                const auto file = format::decodeStory(lying.draft, name);
                const QString id = file ? file->storyId : QString();
                if (id.isEmpty() || facts.contains(id)) {
                    faults.append(name + u" is torn, or there twice"_s);
                }
                facts.insert(id, lying);
            }
        }
        return facts;
    }

    /// What is wrong with ledger, chains and twins.
    [[nodiscard]] QStringList deskFaults() const
    {
        QStringList faults;
        const publish::DeskCheck check =
            publish::checkDesk(story::DeskFolder(m_desk->folder()), {.signers = {}, .head = {}});
        for (const Error &fault : check.faults()) {
            faults.append(u"%1 %2 (%3)"_s.arg(int(fault.code)).arg(fault.subject, fault.detail));
        }
        return faults;
    }

    [[nodiscard]] Round next(const Facts &facts, bool isFaulty)
    {
        ++m_number;
        Round round = chosen(facts);
        FailingDisk disk(m_dir.path());
        const Fault fault = isFaulty ? AllFaults[m_random.bounded(int(std::size(AllFaults)))]
                                     : Fault::FullOnce; // a child's answer would be lost
        const int at = isFaulty ? m_random.bounded(1, CallsOfADeed) : 1'000'000;
        round.attempt =
            test::attempt(disk, fault, at, [&] { round.done = run(round, facts.value(round.id)); });
        return round;
    }

private:
    [[nodiscard]] Clock clock() const
    {
        return fixedClock(publish::sample::at(8).addSecs(60 * m_number));
    }

    [[nodiscard]] static story::Story storyNumber(int number)
    {
        story::Story story = publish::sample::story();
        story.slug = u"levy-%1"_s.arg(number);
        story.editorsNote = u"number %1"_s.arg(number);
        return story;
    }

    [[nodiscard]] Round chosen(const Facts &facts)
    {
        Round round{.deed = Deeds.at(m_random.bounded(quint32(Deeds.size())))};
        if (round.deed == Deed::Add && facts.size() < MostStories) {
            return round;
        }
        round.deed = round.deed == Deed::Add ? Deed::Publish : round.deed;
        round.id = std::next(facts.keyBegin(), m_random.bounded(int(facts.size()))).operator*();
        const Lying &story = facts[round.id];
        if (story.isSpiked || round.deed == Deed::Restore) {
            round.deed = story.isSpiked ? Deed::Restore : Deed::Save;
        } else if (round.deed == Deed::Duplicate && facts.size() >= MostStories) {
            round.deed = Deed::Rename;
        } else if (round.deed == Deed::Kill && story.versions == 0) {
            round.deed = Deed::Publish;
        } else if (round.deed == Deed::Publish && story.versions >= MostVersions) {
            round.deed = Deed::Kill;
        }
        return round;
    }

    [[nodiscard]] Result<QString> run(const Round &round, const Lying &story) const
    {
        switch (round.deed) {
        case Deed::Add:
            return m_desk->add(storyNumber(m_number), clock());
        case Deed::Save:
            return save(story);
        case Deed::Publish:
        case Deed::Kill:
            return publish(story, round.deed);
        case Deed::Rename:
            return m_desk->rename(story.folder, u"toll-%1"_s.arg(m_number));
        case Deed::Spike:
            return m_desk->spike(story.folder, clock());
        case Deed::Restore:
            return m_desk->restore(story.folder);
        case Deed::Duplicate:
            break;
        }
        return m_desk->duplicate(story.folder, clock());
    }

    [[nodiscard]] Result<QString> save(const Lying &story) const
    {
        QByteArray next = story.draft;
        next += "\nSaved in round " + QByteArray::number(m_number) + ".\n";
        return replaceFile(story::StoryFolder(story.folder).draft(), next, sha256Hex(story.draft))
            .transform([&] { return story.folder; });
    }

    [[nodiscard]] Result<QString> publish(const Lying &lying, Deed deed) const
    {
        static reading::Reader reader{analysis::Analyser(nullptr)};
        const QDateTime now = clock()();
        const bool isFirst = lying.versions == 0;
        publish::sample::Request request;
        request.kind = deed == Deed::Kill ? format::PublicationKind::Kill
            : isFirst                     ? format::PublicationKind::First
                                          : format::PublicationKind::Update;
        request.note = isFirst ? QString() : u"what is new in %1"_s.arg(m_number);
        return format::decodeStory(lying.draft, lying.folder)
            .and_then([&](const format::StoryFile &file) {
                return reader.read({.story = file.story, .review = {}, .now = now});
            })
            .and_then([&](const reading::ReadingPtr &reading) {
                return publish::proposal({.storyFolder = lying.folder,
                                          .reading = reading,
                                          .agency = m_desk->settings().agency,
                                          .created = publish::sample::at(7)},
                                         now);
            })
            .and_then([&](const publish::Proposal &proposal) {
                return publish::publish(proposal.subject,
                                        publish::sample::choice(request, proposal), clock());
            })
            .transform([&](const publish::Published &) { return lying.folder; });
    }

    QTemporaryDir m_dir;
    std::optional<desk::Desk> m_desk;
    QRandomGenerator m_random;
    int m_number = 0;
};

bool isNew(Deed deed)
{
    return deed == Deed::Add || deed == Deed::Duplicate;
}

bool goesOut(Deed deed)
{
    return deed == Deed::Publish || deed == Deed::Kill;
}

/// One story, before and after a round.
QStringList storyFaults(const Lying &before, const Lying &now, const Round &round, bool isIts)
{
    QStringList faults;
    const bool mayChange = isIts && (round.deed == Deed::Save || round.deed == Deed::Rename);
    if (now.draft != before.draft && !mayChange) {
        faults.append(u"the draft is another"_s);
    }
    for (const auto &[file, hash] : before.published.asKeyValueRange()) {
        if (now.published.value(file) != hash) {
            faults.append(file + u" went out and is another, or gone"_s);
        }
    }
    if (now.versions != before.versions && !(isIts && goesOut(round.deed))) {
        faults.append(u"published, nobody did"_s);
    } else if (now.versions > before.versions + 1) {
        faults.append(u"published twice"_s);
    }
    const bool mayMove = isIts
        && (round.deed == Deed::Rename || round.deed == Deed::Spike || round.deed == Deed::Restore);
    if (now.folder != before.folder && !mayMove) {
        faults.append(u"moved to "_s + now.folder);
    }
    for (const Error &fault : publish::verify(now.folder)) {
        faults.append(u"does not verify: %1 %2"_s.arg(int(fault.code)).arg(fault.subject));
    }
    return faults;
}

/// An answer is what happened. A crash gives none.
QStringList answerFaults(const Facts &before, const Facts &now, const Round &round)
{
    const bool isUnsure = !round.done && round.done.error().code == ErrorCode::NotDurable;
    if (round.attempt.fault == Fault::Crash || isUnsure) {
        return {};
    }
    const bool isMore = now.size() > before.size();
    const bool isOut = goesOut(round.deed) && now[round.id].versions > before[round.id].versions;
    const bool isMoved = !round.id.isEmpty() && now[round.id].folder != before[round.id].folder;
    const bool happened = isNew(round.deed) ? isMore
        : goesOut(round.deed)               ? isOut
        : round.deed == Deed::Save          ? now[round.id].draft != before[round.id].draft
                                            : isMoved;
    // A name that could not be taken back, either: then it says where the story lies.
    const bool isSaid = !round.done && round.deed == Deed::Rename
        && round.done.error().subject.startsWith(now[round.id].folder);
    return happened == round.done.has_value() || isSaid
        ? QStringList()
        : QStringList(u"said %1, and it %2"_s.arg(
              round.done ? u"done"_s
                         : u"error %1"_s.arg(int(round.done.error().code)) + u' '
                      + round.done.error().subject,
              happened ? u"happened"_s : u"did not"_s));
}

QStringList faultsOf(const Facts &before, const Facts &now, const Round &round)
{
    QStringList faults;
    if (now.size() > before.size() + (isNew(round.deed) ? 1 : 0)) {
        faults.append(u"a story more"_s);
    }
    for (const auto &[id, lying] : before.asKeyValueRange()) {
        if (!now.contains(id)) {
            faults.append(lying.folder + u" is lost"_s);
            continue;
        }
        faults += storyFaults(lying, now[id], round, id == round.id);
    }
    return faults.isEmpty() ? answerFaults(before, now, round) : faults;
}

} // namespace

class TestDeskRounds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostTornOrDoubled() const;
};

void TestDeskRounds::nothingIsLostTornOrDoubled() const
{
    Life life(wanted().seed);
    QStringList faults;
    Facts before = life.facts(faults);
    int failed = 0;
    int refused = 0;
    for (int number = 1; number <= wanted().rounds; ++number) {
        const bool isFaulty = number % 4 != 0;
        const Round round = life.next(before, isFaulty);
        const Facts now = life.facts(faults);
        faults += faultsOf(before, now, round) + life.deskFaults();
        failed += round.attempt.hasFailed ? 1 : 0;
        // What an earlier fault left behind bars nobody's way; a killed story stays killed.
        const bool isBarred =
            !isFaulty && !round.done && round.done.error().code != ErrorCode::AlreadyKilled;
        refused += isFaulty || round.done ? 0 : 1;
        if (isBarred) {
            faults.append(u"refused: %1 %2"_s.arg(int(round.done.error().code))
                              .arg(round.done.error().subject));
        }
        QVERIFY2(
            faults.isEmpty(),
            qPrintable(
                u"seed %1, round %2, deed %3, fault %4 at %5 (%6): %7"_s.arg(wanted().seed)
                    .arg(number)
                    .arg(int(round.deed))
                    .arg(int(round.attempt.fault))
                    .arg(round.attempt.operation)
                    .arg(QString::fromLocal8Bit(round.attempt.failure), faults.join(u"; "_s))));
        before = now;
    }
    qInfo("%d rounds, %d with a fault, %d killed stories refused", wanted().rounds, failed,
          refused);
    QVERIFY(failed > wanted().rounds / 8);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList others;
    const QStringList arguments = QCoreApplication::arguments();
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--seed"_L1 && i + 1 < arguments.size()) {
            wanted().seed = arguments[++i].toUInt();
        } else if (arguments[i] == "--rounds"_L1 && i + 1 < arguments.size()) {
            wanted().rounds = arguments[++i].toInt();
        } else {
            others.append(arguments[i]);
        }
    }
    TestDeskRounds test;
    return QTest::qExec(&test, others);
}

#include "tst_desk_rounds.moc"
