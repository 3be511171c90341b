// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QTextCursor>

#include <vector>

class QPalette;
class QTextDocument;
class QTextEdit;

namespace nutgraf::compare {

/// What is set besides the story's own fields.
struct TypesetExtras {
    QString aboveHeadline; ///< secondary; a correction's note, a version's kind
    QString notice; ///< below a rule at the end
};

/// Where a paragraph of the body went.
struct TypesetParagraph {
    qsizetype inBody = 0; ///< begin, UTF-16 units in story.body
    int inDocument = 0;
    qsizetype length = 0;
};

/// Sets headline, deck, byline and dateline, body and notice as a reader would see them. Gives the
/// places of the body's paragraphs, ascending.
std::vector<TypesetParagraph> typeset(QTextDocument &document, const story::Story &story,
                                      const TypesetExtras &extras, const QPalette &palette);

/// A place of the body in the document, and back; -1: not in the body.
[[nodiscard]] int toDocument(const std::vector<TypesetParagraph> &map, qsizetype inBody);
[[nodiscard]] qsizetype toBody(const std::vector<TypesetParagraph> &map, int inDocument);

/// Sets up a read-only page that a keyboard can walk through.
void makeReadingPage(QTextEdit &page);

} // namespace nutgraf::compare
