// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntax_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// What KSyntaxHighlighting's own indexer asks of a definition that is to be shipped with it. The
// indexer runs only while that library is built; these are its rules as far as this file's kinds of
// rules go.

using namespace Qt::StringLiterals;
using syntax::Context;
using syntax::Rule;

namespace {

const QString &path()
{
    static const QString file =
        QStringLiteral(NUTGRAF_SOURCE_DIR "/resources/syntax/nutgraf-story.xml");
    return file;
}

const syntax::File &definition()
{
    static const syntax::File file = syntax::read(path());
    return file;
}

QString at(const Rule &rule, const QString &what)
{
    return u"line %1: %2"_s.arg(rule.line).arg(what);
}

QStringList switches(const Context &context)
{
    QStringList all{context.attributes.value(u"lineEndContext"_s),
                    context.attributes.value(u"lineEmptyContext"_s),
                    context.attributes.value(u"fallthroughContext"_s)};
    for (const Rule &rule : context.rules) {
        all.append(rule.value(u"context"_s));
    }
    return all;
}

/// The character that every match of a rule begins with, where there is just one; `\s` is a space.
QChar firstCharacter(const Rule &rule)
{
    if (rule.type != "RegExpr"_L1) {
        const QString text = rule.value(u"char"_s) + rule.value(u"String"_s);
        return rule.type == "keyword"_L1 || text.isEmpty() ? QChar() : text.front();
    }
    static const QRegularExpression literal(
        u"^\\^?(?:(\\\\s| )|\\\\([^\\w\\s])|([^\\\\.?*+^$\\[{(|]))(?![?*{])[^|]*$"_s);
    const QRegularExpressionMatch match = literal.match(rule.value(u"String"_s));
    if (!match.hasMatch()) {
        return {};
    }
    const QString found = match.captured(2) + match.captured(3);
    return match.hasCaptured(1) && !match.captured(1).isEmpty() ? QChar(u' ') : found.front();
}

/// The characters that a rule takes wherever they stand, so that no later rule sees them.
QString taken(const Rule &rule)
{
    if (!rule.isFree()) {
        return {};
    }
    if (rule.type == "DetectSpaces"_L1) {
        return u" \t"_s;
    }
    return rule.type == "AnyChar"_L1   ? rule.value(u"String"_s)
        : rule.type == "DetectChar"_L1 ? rule.value(u"char"_s)
                                       : QString();
}

bool couldBeOne(const Rule &a, const Rule &b)
{
    static const QStringList characters{u"AnyChar"_s, u"DetectChar"_s};
    const bool sameKind = (a.type == "RegExpr"_L1 && b.type == "RegExpr"_L1)
        || (characters.contains(a.type) && characters.contains(b.type));
    for (const QString &name : {u"lookAhead"_s, u"context"_s, u"firstNonSpace"_s, u"column"_s}) {
        if (a.value(name) != b.value(name)) {
            return false;
        }
    }
    return sameKind && (a.is(u"lookAhead"_s) || a.value(u"attribute"_s) == b.value(u"attribute"_s));
}

QStringList patternFaults(const Rule &rule)
{
    QStringList faults;
    const QString pattern = rule.value(u"String"_s);
    const QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        faults.append(at(rule, expression.errorString()));
    }
    if (pattern.contains("A-z"_L1) || pattern.contains("a-Z"_L1)) {
        faults.append(at(rule, u"a range over both cases"_s));
    }
    if ((rule.value(u"column"_s) == "0"_L1) != pattern.startsWith(u'^')) {
        faults.append(at(rule, u"column=\"0\" and ^ go together"_s));
    }
    if (expression.captureCount() > 0) {
        faults.append(at(rule, u"captures what nobody uses"_s));
    }
    static const QRegularExpression plain(u"^[^|\\\\?*+$^\\[{(.]+$"_s);
    if (plain.match(pattern).hasMatch()) {
        faults.append(at(rule, u"needs no regular expression"_s));
    }
    return faults;
}

} // namespace

class TestSyntaxRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadable() const;
    void languageStandsOnOneLine() const;
    void everyContextIsReached() const;
    void stylesAreThereAndUsed() const;
    void keywordListsAreThereAndUsed() const;
    void patternsAreSound() const;
    void noRuleHidesAnother() const;
    void neighboursCannotBeOneRule() const;
    void noRuleTurnsInCircles() const;
};

void TestSyntaxRules::isReadable() const
{
    QCOMPARE(definition().faults, QStringList());
    QVERIFY(!definition().contexts.isEmpty());
}

/// KDE's scripts read the element `language` by lines.
void TestSyntaxRules::languageStandsOnOneLine() const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression line(
        u"^<language (?=.*\\bname=)(?=.*\\bsection=\"\\w+\")(?=.*\\bversion=\"\\d+\")"
        "(?=.*\\bkateversion=\"\\d+\\.\\d+\")(?=.*\\bextensions=\"[\\w.*;+-]+\").*>$"_s,
        QRegularExpression::MultilineOption);
    QVERIFY(line.match(QString::fromUtf8(file.readAll())).hasMatch());
}

void TestSyntaxRules::everyContextIsReached() const
{
    QStringList reached{definition().contexts.front().name};
    QStringList faults;
    for (qsizetype i = 0; i < reached.size(); ++i) {
        const Context *context = definition().context(reached.at(i));
        if (context == nullptr) {
            faults.append(reached.at(i) + u" is nowhere"_s);
            continue;
        }
        for (const QString &next : switches(*context)) {
            const QString name = syntax::target(next);
            if (!name.isEmpty() && !reached.contains(name)) {
                reached.append(name);
            }
        }
    }
    for (const Context &context : definition().contexts) {
        if (!reached.contains(context.name)) {
            faults.append(context.name + u" is never reached"_s);
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestSyntaxRules::stylesAreThereAndUsed() const
{
    QSet<QString> used;
    for (const Context &context : definition().contexts) {
        used.insert(context.attributes.value(u"attribute"_s));
        for (const Rule &rule : context.rules) {
            if (rule.attributes.contains(u"attribute"_s)) {
                used.insert(rule.value(u"attribute"_s));
            }
        }
    }
    const QSet<QString> there(definition().styles.begin(), definition().styles.end());
    QCOMPARE(used - there, QSet<QString>());
    QCOMPARE(there - used, QSet<QString>());
}

void TestSyntaxRules::keywordListsAreThereAndUsed() const
{
    QSet<QString> used;
    for (const Context &context : definition().contexts) {
        for (const Rule &rule : context.rules) {
            if (rule.type == "keyword"_L1) {
                used.insert(rule.value(u"String"_s));
            }
        }
    }
    QCOMPARE(used, QSet<QString>(definition().lists.begin(), definition().lists.end()));
}

void TestSyntaxRules::patternsAreSound() const
{
    QStringList faults;
    for (const Context &context : definition().contexts) {
        for (const Rule &rule : context.rules) {
            if (rule.type == "RegExpr"_L1) {
                faults += patternFaults(rule);
            }
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestSyntaxRules::noRuleHidesAnother() const
{
    QStringList faults;
    for (const Context &context : definition().contexts) {
        QString gone;
        for (const Rule &rule : definition().allRules(context)) {
            const QChar first = firstCharacter(rule);
            if (!first.isNull() && gone.contains(first)) {
                faults.append(at(rule, u"an earlier rule takes "_s + first));
            }
            gone += taken(rule);
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestSyntaxRules::neighboursCannotBeOneRule() const
{
    QStringList faults;
    for (const Context &context : definition().contexts) {
        for (qsizetype i = 1; i < context.rules.size(); ++i) {
            if (couldBeOne(context.rules.at(i - 1), context.rules.at(i))) {
                faults.append(at(context.rules.at(i), u"one rule with the one before"_s));
            }
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestSyntaxRules::noRuleTurnsInCircles() const
{
    QStringList faults;
    for (const Context &context : definition().contexts) {
        for (const Rule &rule : context.rules) {
            const QString next = rule.value(u"context"_s);
            if (rule.is(u"lookAhead"_s) && (next.isEmpty() || next == "#stay"_L1)) {
                faults.append(at(rule, u"looks ahead and stays"_s));
            }
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestSyntaxRules)
#include "tst_syntax_rules.moc"
