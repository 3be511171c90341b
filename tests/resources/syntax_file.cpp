// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntax_file.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace syntax {

namespace {

QMap<QString, QString> attributes(const QXmlStreamReader &xml)
{
    QMap<QString, QString> all;
    for (const QXmlStreamAttribute &attribute : xml.attributes()) {
        all.insert(attribute.name().toString(), attribute.value().toString());
    }
    return all;
}

void addName(QStringList &names, File &file, const QXmlStreamReader &xml)
{
    const QString name = xml.attributes().value("name"_L1).toString();
    if (names.contains(name)) {
        file.faults.append(u"line %1: %2 stands twice"_s.arg(xml.lineNumber()).arg(name));
    }
    names.append(name);
}

void readElement(const QXmlStreamReader &xml, File &file, Context *&open)
{
    const QString name = xml.name().toString();
    if (open != nullptr) {
        open->rules.append({name, xml.lineNumber(), attributes(xml)});
    } else if (name == "context"_L1) {
        const auto all = attributes(xml);
        if (file.context(all.value(u"name"_s)) != nullptr) {
            file.faults.append(u"line %1: a second %2"_s.arg(xml.lineNumber()).arg(all[u"name"_s]));
        }
        file.contexts.append({all.value(u"name"_s), xml.lineNumber(), all, {}});
        open = &file.contexts.back();
    } else if (name == "list"_L1) {
        addName(file.lists, file, xml);
    } else if (name == "itemData"_L1) {
        addName(file.styles, file, xml);
    }
}

} // namespace

bool Rule::is(const QString &name) const
{
    return value(name) == "1"_L1 || value(name) == "true"_L1;
}

bool Rule::isFree() const
{
    return !is(u"firstNonSpace"_s) && !attributes.contains(u"column"_s);
}

const Context *File::context(const QString &name) const
{
    for (const Context &one : contexts) {
        if (one.name == name) {
            return &one;
        }
    }
    return nullptr;
}

QList<Rule> File::allRules(const Context &context) const
{
    QList<Rule> all;
    for (const Rule &rule : context.rules) {
        const bool isInclude = rule.type == "IncludeRules"_L1;
        const Context *included = isInclude ? this->context(rule.value(u"context"_s)) : nullptr;
        if (included != nullptr) {
            all += allRules(*included);
        } else {
            all.append(rule);
        }
    }
    return all;
}

File read(const QString &path)
{
    File file;
    QFile bytes(path);
    if (!bytes.open(QIODevice::ReadOnly)) {
        file.faults.append(bytes.errorString());
        return file;
    }
    QXmlStreamReader xml(&bytes);
    Context *open = nullptr;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            readElement(xml, file, open);
        } else if (xml.isEndElement() && xml.name() == "context"_L1) {
            open = nullptr;
        }
    }
    if (xml.hasError()) {
        file.faults.append(u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()));
    }
    return file;
}

QString target(const QString &switchTo)
{
    QString name = switchTo;
    while (name.startsWith("#pop"_L1)) {
        name.remove(0, 4);
    }
    if (name.startsWith(u'!')) {
        name.remove(0, 1);
    }
    return name.startsWith("#stay"_L1) ? QString() : name;
}

} // namespace syntax
