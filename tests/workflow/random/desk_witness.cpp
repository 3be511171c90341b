// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk_witness.h"

#include <QFile>

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

QString lettersOf(const QString &words)
{
    QString letters;
    std::ranges::copy_if(words, std::back_inserter(letters),
                         [](QChar one) { return one.isLetterOrNumber(); });
    return letters;
}

/// A list shows the first of several stretches first, and long ones cut.
bool isAbout(const QString &decision, const QString &chosen)
{
    const QString decided = lettersOf(decision.section(u": "_s, 1));
    const QString shown = lettersOf(chosen.section(u" … "_s, 0, 0));
    return decided.contains(shown) || shown.contains(decided);
}

void judgeDraft(QStringList &faults, const DeskFacts::Story &before, const DeskFacts::Story &now,
                const Intent &intent)
{
    if (before.draft == now.draft) {
        return;
    }
    const bool isOverwrite = intent.meant.contains(Meant::Overwrite);
    if (!isOverwrite && !intent.meant.contains(Meant::Save)) {
        faults.append(u"the draft on disk changed, nobody saved it"_s);
    } else if (!isOverwrite && !intent.read.contains(before.draft)) {
        faults.append(u"what another program wrote was overwritten, nobody meant to"_s);
    }
}

void judgeDecisions(QStringList &faults, const DeskFacts::Story &before,
                    const DeskFacts::Story &now, const Intent &intent)
{
    if (before.decisions == now.decisions) {
        return;
    }
    if (!intent.meant.contains(Meant::Decide)) {
        faults.append(u"decisions changed, nobody decided: [%1] became [%2]"_s.arg(
            before.decisions.values().join(u", "), now.decisions.values().join(u", ")));
    }
    for (const auto &[id, words] : now.decisions.asKeyValueRange()) {
        const bool isOther = !before.decisions.contains(id) && !intent.chosen.isEmpty()
            && !isAbout(words, intent.chosen);
        if (isOther) {
            faults.append(
                u"another one was decided than the chosen “%1”: %2"_s.arg(intent.chosen, words));
        }
    }
}

/// What may not happen to one story's folder.
QStringList storyFaults(const QString &name, const DeskFacts::Story &before,
                        const DeskFacts::Story &now, const Intent &intent)
{
    QStringList faults;
    judgeDraft(faults, before, now, intent);
    judgeDecisions(faults, before, now, intent);
    for (const QString &file : before.others) {
        if (!now.others.contains(file) && !file.startsWith(u'.')) {
            faults.append(file + u" is gone"_s);
        }
    }
    for (QString &fault : faults) {
        fault.prepend(name + u": "_s);
    }
    return faults;
}

/// What may not happen to the desk as a whole.
QStringList deskFaults(const DeskFacts &before, const DeskFacts &now, const QSet<Meant> &meant)
{
    QStringList faults;
    const auto unless = [&](bool happened, Meant needed, const QString &what) {
        if (happened && !meant.contains(needed)) {
            faults.append(what);
        }
    };
    const qsizetype storiesBefore = before.stories.size() + before.spiked;
    const qsizetype storiesNow = now.stories.size() + now.spiked;
    unless(now.versions > before.versions, Meant::Publish, u"published, nobody meant to"_s);
    unless(now.spiked > before.spiked, Meant::Spike, u"spiked, nobody meant to"_s);
    unless(now.spiked < before.spiked, Meant::Restore, u"restored, nobody meant to"_s);
    unless(storiesNow > storiesBefore, Meant::AddStory, u"a story more, nobody made one"_s);
    if (now.versions > before.versions + 1) {
        faults.append(u"published more than once at a time"_s);
    }
    if (storiesNow < storiesBefore) {
        faults.append(u"a story is lost"_s);
    }
    for (const auto &[file, hash] : before.published.asKeyValueRange()) {
        if (now.published.value(file) != hash) {
            faults.append(file + u" was published and is another now, or gone"_s);
        }
    }
    return faults;
}

} // namespace

DeskWitness::DeskWitness(const QString &desk) : m_reader(desk), m_facts(m_reader.read()) { }

QStringList DeskWitness::look(const Intent &intent)
{
    const DeskFacts before = std::exchange(m_facts, m_reader.read());
    QStringList faults = deskFaults(before, m_facts, intent.meant);
    bool hasMoved = false;
    for (const auto &[name, story] : before.stories.asKeyValueRange()) {
        if (m_facts.stories.contains(name)) {
            faults += storyFaults(name, story, m_facts.stories.value(name), intent);
        } else {
            hasMoved = true;
        }
    }
    const bool mayMove =
        intent.meant.contains(Meant::Rename) || intent.meant.contains(Meant::Spike);
    if (hasMoved && !mayMove) {
        faults.append(u"a story's folder moved, nobody meant to"_s);
    }
    return faults;
}

void DeskWitness::writeFromOutside(const QString &folderName, const QByteArray &draft)
{
    QFile file(draftPath(folderName));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(draft);
    }
    file.close();
    m_facts = m_reader.read();
}

void DeskWitness::removeFromOutside(const QString &folderName)
{
    QFile::remove(draftPath(folderName));
    m_facts = m_reader.read();
}

const DeskFacts &DeskWitness::facts() const
{
    return m_facts;
}

QString DeskWitness::draftPath(const QString &folderName) const
{
    return m_reader.draftPath(folderName);
}

} // namespace nutgraf::workflow
