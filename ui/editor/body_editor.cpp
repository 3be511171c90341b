// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/body_editor.h"

namespace nutgraf::editor {

struct BodyEditor::Private {
    quint64 revision = 0;
};

BodyEditor::BodyEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , d(std::make_unique<Private>())
{
}

BodyEditor::~BodyEditor() = default;

void BodyEditor::loadText(const QString &text)
{
    setPlainText(text);
}

bool BodyEditor::isLoading() const
{
    return false;
}

void BodyEditor::finishLoading() { }

QString BodyEditor::text()
{
    return document()->toRawText();
}

quint64 BodyEditor::revision() const
{
    return d->revision;
}

void BodyEditor::setMarks(quint64 /*revision*/, std::vector<Mark> /*marks*/) { }
void BodyEditor::setRibbon(quint64 /*revision*/, std::vector<RibbonUnit> /*units*/) { }
void BodyEditor::setFocusUnit(int /*unit*/) { }
void BodyEditor::reveal(TextRange /*range*/, Reveal /*how*/) { }
void BodyEditor::setZoom(double /*factor*/) { }

double BodyEditor::zoom() const
{
    return 1.0;
}

void BodyEditor::setBodyFont(const QFont &font)
{
    setFont(font);
}

} // namespace nutgraf::editor
