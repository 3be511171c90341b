// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/words_edit.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace nutgraf;
using namespace Qt::StringLiterals;

class TestWordsEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOutlineIsWholeAtTheEdge() const;
};

/// The chosen unit begins with the headline: its outline has a top and a left side all the same.
void TestWordsEdit::theOutlineIsWholeAtTheEdge() const
{
    QApplication::setPalette(look::paletteFor(look::lightColours()));
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *edit = new fields::WordsEdit(fields::WordsEdit::Lines::One, u"Headline"_s, &window);
    layout->addWidget(edit);
    edit->setWords(u"Levy to stay until 2030"_s);
    body::Mark mark;
    mark.range = {0, 12};
    mark.speaker = 0;
    mark.unit = 7;
    edit->setMarks({mark});
    edit->setFocusUnit(7);
    window.resize(400, 80);
    window.show();
    const QImage image = edit->viewport()->grab().toImage();
    const QColor accent = look::lightColours().accent;
    const auto hasAccent = [&](const QRect &part) {
        int found = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                found += image.pixelColor(x, y) == accent ? 1 : 0;
            }
        }
        return found;
    };
    QVERIFY(hasAccent(QRect(10, 0, 30, 3)) >= 50); // the top side
    QVERIFY(hasAccent(QRect(0, 5, 3, 8)) >= 8); // the left side
}

QTEST_MAIN(TestWordsEdit)
#include "tst_words_edit.moc"
