// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source_tree.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

// Limits that the house does not keep everywhere yet. What stands today is listed with its number,
// and may only shrink: lower the number, or take the entry out, when you mend it.

using namespace tree;
using namespace Qt::StringLiterals;

namespace {

using Counts = QMap<QString, int>;

/// More member functions than this are two roles.
constexpr int MostFunctions = 25;
/// Of all lines of its half, in per cent.
constexpr int LargestRoom = 20;

/// Complains of every count above its limit: that of `known`, else `limit`.
void expectAtMost(const Counts &counts, int limit, const Counts &known, const QString &what)
{
    QStringList faults;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const int most = std::max(limit, known.value(it.key(), limit));
        if (it.value() > most) {
            faults.append(u"%1 has %2 %3, at most %4"_s.arg(it.key(), QString::number(it.value()),
                                                            what, QString::number(most)));
        }
    }
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        if (counts.value(it.key()) < it.value()) {
            qInfo().noquote() << "lower the number of" << it.key() << "to"
                              << counts.value(it.key());
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// How often a pattern stands in each file, by the file's name.
Counts occurrences(const QStringList &files, const QString &pattern)
{
    Counts counts;
    for (const QString &place : places(files, pattern)) {
        ++counts[QFileInfo(place.section(u':', 0, 0)).fileName()];
    }
    return counts;
}

/// The functions that return a Result, by their headers.
QSet<QString> fallible()
{
    static const QRegularExpression declaration(u"\\bResult<[^;(]*>\\s+(\\w+)\\("_s);
    QSet<QString> names;
    for (const QString &path : code()) {
        for (const QRegularExpressionMatch &match : declaration.globalMatch(read(path))) {
            names.insert(match.captured(1));
        }
    }
    return names;
}

/// Whether a statement calls one of the functions, or uses one of its file's results.
bool isFallible(const QString &statement, const QSet<QString> &functions,
                const QSet<QString> &results)
{
    static const QRegularExpression call(u"\\b(\\w+)\\("_s);
    static const QRegularExpression used(u"\\b(\\w+)\\)?$"_s);
    for (const QRegularExpressionMatch &match : call.globalMatch(statement)) {
        if (functions.contains(match.captured(1))) {
            return true;
        }
    }
    return results.contains(used.match(statement.trimmed()).captured(1));
}

/// How often a file takes something else in place of an error, or throws a result away.
int dropped(const QString &path, const QSet<QString> &functions)
{
    static const QRegularExpression drop(u"\\.(value_or|error_or)\\("_s);
    static const QRegularExpression cast(u"\\(void\\)|static_cast<void>"_s);
    static const QRegularExpression variable(u"\\bResult<[^;={]*>\\s+(\\w+)\\s*[=({;]"_s);
    const QString text = withoutComments(read(path));
    QSet<QString> results;
    for (const QRegularExpressionMatch &match : variable.globalMatch(text)) {
        results.insert(match.captured(1));
    }
    int count = 0;
    for (const QRegularExpressionMatch &match : drop.globalMatch(text)) {
        const qsizetype at = match.capturedStart();
        const qsizetype begin = std::max({text.lastIndexOf(u';', at), text.lastIndexOf(u'{', at),
                                          text.lastIndexOf(u'}', at), qsizetype(0)});
        count += isFallible(text.mid(begin, at - begin), functions, results) ? 1 : 0;
    }
    for (const QRegularExpressionMatch &match : cast.globalMatch(text)) {
        const QString rest = text.mid(
            match.capturedEnd(), text.indexOf(u';', match.capturedEnd()) - match.capturedEnd());
        count += isFallible(rest, functions, results) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsMemberFunctions() const;
    void classesHaveOneRole() const;
    void noRoomIsMuchOfItsHalf() const;
    void threadsStartInOneRoom() const;
    void noResultIsDropped() const;
    void namespacesAreFolders() const;
};

void TestLimits::countsMemberFunctions() const
{
    const QString text = uR"(
class Two final : public QObject {
    Q_OBJECT
    Q_PROPERTY(int x READ x)

public:
    explicit Two(int x) : m_x{x}, m_y(2) { }
    [[nodiscard]] int x() const // of y()
    {
        return f(m_x);
    }
Q_SIGNALS:
    void changed();
    void moved(int by);

private Q_SLOTS:
    void show();

private:
    struct Inner {
        int g();
    };
    std::function<void(int)> m_call;
    std::map<int, std::vector<int>> m_map = make();
    int m_x = g();
    int m_y;
};
struct Plain { int a = 0; friend bool operator==(const Plain &, const Plain &) = default; };
enum class Kind { A, B };
)"_s;
    QCOMPARE(classes(text), (Counts{{u"Two"_s, 3}, {u"Inner"_s, 1}, {u"Plain"_s, 0}}));
}

void TestLimits::classesHaveOneRole() const
{
    Counts counts;
    for (const QString &path : code()) {
        counts.insert(classes(read(path)));
    }
    QVERIFY(counts.size() > 100);
    expectAtMost(counts, MostFunctions, {}, u"member functions"_s);
}

void TestLimits::noRoomIsMuchOfItsHalf() const
{
    Counts shares;
    for (const QString &side : {u"app"_s, u"ui"_s}) {
        Counts lines;
        qsizetype all = 0;
        for (const QString &path : sources({side}, {u"*.cpp"_s, u"*.h"_s})) {
            const qsizetype count = read(path).count(u'\n');
            lines[relative(path).section(u'/', 0, 1)] += static_cast<int>(count);
            all += count;
        }
        for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
            shares[it.key()] = static_cast<int>(100 * it.value() / all);
        }
    }
    expectAtMost(shares, LargestRoom, {{u"app/analysis"_s, 26}}, u"% of its half"_s);
}

/// app/jobs offers what others need: the newest of a kind, or one after the other.
void TestLimits::threadsStartInOneRoom() const
{
    QStringList files = code();
    files.removeIf([](const QString &path) { return relative(path).startsWith("app/jobs/"_L1); });
    expectAtMost(
        occurrences(files, u"\\b(QThread|QThreadPool|QtConcurrent|std::j?thread|std::async)\\b"_s),
        0, {{u"file_lock.cpp"_s, 2}}, u"threads of its own"_s);
}

/// Nothing found and could not look are different answers.
void TestLimits::noResultIsDropped() const
{
    const QSet<QString> functions = fallible();
    QVERIFY(functions.contains(u"readFile"_s));
    Counts counts;
    for (const QString &path : code()) {
        if (const int count = dropped(path, functions); count > 0) {
            counts[QFileInfo(path).fileName()] += count;
        }
    }
    expectAtMost(counts, 0,
                 {{u"file_reading.cpp"_s, 1},
                  {u"publish_draft.cpp"_s, 3},
                  {u"publish_work.cpp"_s, 1},
                  {u"spike_note.cpp"_s, 1},
                  {u"story_input.cpp"_s, 1},
                  {u"store.cpp"_s, 2}},
                 u"results dropped"_s);
}

/// `app/review` is nutgraf::review; app/base is what all share, nutgraf.
void TestLimits::namespacesAreFolders() const
{
    static const QRegularExpression opened(u"^namespace (nutgraf[\\w:]*) \\{"_s,
                                           QRegularExpression::MultilineOption);
    QStringList faults;
    for (const QString &path : code()) {
        const QString room = relative(path).section(u'/', 1, 1);
        if (relative(path).count(u'/') < 2) {
            continue; // a program's main.cpp
        }
        const QString own = room == "base"_L1 ? u"nutgraf"_s : u"nutgraf::"_s + room;
        QStringList names;
        for (const QRegularExpressionMatch &match : opened.globalMatch(read(path))) {
            names.append(match.captured(1));
        }
        // Another room's types may be declared ahead.
        if (!names.isEmpty() && !names.contains(own)
            && !std::ranges::any_of(names,
                                    [&](const QString &name) { return name.startsWith(own); })) {
            faults.append(relative(path) + u" is in "_s + names.join(u", "_s));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
