// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A bare window around the body editor: opens the file given as argument and lays synthetic marks
// over it, computed on a worker 50 ms after each change, as the window's analysis does.
//
//   editor_bench FILE [--no-marks] [--picture OUT.png]

#include "ui/body/body_editor.h"
#include "ui/body/body_marks.h"
#include "ui/look/shapes.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QMainWindow>
#include <QRegularExpression>
#include <QStatusBar>
#include <QThreadPool>
#include <QTimer>

using namespace nutgraf;
using body::Mark;
using body::MarkFill;
using body::MarkLine;
using body::RibbonUnit;

namespace {

struct Synthetic {
    std::vector<Mark> marks;
    std::vector<RibbonUnit> units;
};

// Every quotation becomes a unit in a state that its number gives, every name an entity.
Synthetic markUp(const QString &text)
{
    static const QRegularExpression quotation(QStringLiteral("[“\"][^“”\"\n]{3,600}[”\"]"));
    static const QRegularExpression name(QStringLiteral("\\b[A-Z][a-z]+(?: [A-Z][a-z]+)+"));
    static const std::array lines{MarkLine::SpeakerSolid, MarkLine::SpeakerDotted,
                                  MarkLine::WarnDashed};
    static const std::array shapes{look::Shape::Confirmed, look::Shape::Open,
                                   look::Shape::NeedsSource};
    Synthetic found;
    for (auto match = quotation.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch quote = match.next();
        const int unit = static_cast<int>(found.units.size());
        const int speaker = unit % 11 == 10 ? -1 : unit % 5;
        const auto state = static_cast<std::size_t>(unit % 3);
        const TextRange range{quote.capturedStart(), quote.capturedEnd()};
        found.marks.push_back({range, speaker, speaker < 0 ? MarkFill::None : MarkFill::Tint,
                               speaker < 0 ? MarkLine::DangerWavy : lines.at(state), unit});
        const auto stripe = speaker < 0 ? body::RibbonStripe::Hatched : body::RibbonStripe::Solid;
        const auto shape = speaker < 0 ? look::Shape::NoSource : shapes.at(state);
        found.units.push_back({unit,
                               speaker,
                               QStringLiteral("S%1").arg(speaker + 1),
                               stripe,
                               static_cast<int>(shape),
                               {range}});
    }
    for (auto match = name.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch person = match.next();
        found.marks.push_back({{person.capturedStart(), person.capturedEnd()},
                               -1,
                               MarkFill::None,
                               MarkLine::Entity,
                               -1});
    }
    return found;
}

class Bench final : public QMainWindow {
public:
    explicit Bench(const QString &text) : m_body(new body::BodyEditor(this)), m_text(text)
    {
        setCentralWidget(m_body);
        // As high as the window's bars and fields: the measuring program does not look higher up.
        auto *strip = new QWidget(this);
        strip->setFixedHeight(150);
        setMenuWidget(strip);
        statusBar()->showMessage(QStringLiteral("Nutgraf editor bench"));
        m_worker.setMaxThreadCount(1);
        m_pause.setSingleShot(true);
        m_pause.setInterval(50);
        m_body->loadText(text);
        connect(
            m_body, &body::BodyEditor::edited, this,
            [this](qsizetype at, qsizetype removed, qsizetype added) { note(at, removed, added); });
        connect(m_body, &body::BodyEditor::loadingFinished, &m_pause, qOverload<>(&QTimer::start));
        connect(&m_pause, &QTimer::timeout, this, &Bench::analyse);
        if (!m_body->isLoading())
            m_pause.start();
        resize(1440, 900);
    }
    ~Bench() override
    {
        m_worker.waitForDone();
    }

private:
    // The text is kept beside the document, as the analysis does, and changed edit by edit.
    void note(qsizetype at, qsizetype removed, qsizetype added)
    {
        if (m_body->isLoading())
            return;
        QTextCursor cursor(m_body->document());
        cursor.setPosition(static_cast<int>(at));
        cursor.setPosition(static_cast<int>(at + added), QTextCursor::KeepAnchor);
        QString words = cursor.selectedText();
        words.replace(QChar::ParagraphSeparator, u'\n');
        m_text.replace(at, removed, words);
        m_pause.start();
    }

    void analyse()
    {
        m_worker.start([this, text = m_text, revision = m_body->revision()] {
            Synthetic found = markUp(text);
            QMetaObject::invokeMethod(this, [this, revision, found = std::move(found)] {
                m_body->marks().set(revision, found.marks);
                m_body->marks().setRibbon(revision, found.units);
            });
        });
    }

    body::BodyEditor *m_body;
    QString m_text;
    QTimer m_pause;
    QThreadPool m_worker;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("dark colours"));
    const QCommandLineOption picture(QStringLiteral("picture"),
                                     QStringLiteral("saves a picture and ends"),
                                     QStringLiteral("file"));
    const QCommandLineOption zoom(QStringLiteral("zoom"), QStringLiteral("text zoom"),
                                  QStringLiteral("factor"), QStringLiteral("1"));
    parser.addOptions({dark, picture, zoom});
    parser.process(application);
    QApplication::setPalette(
        look::paletteFor(parser.isSet(dark) ? look::darkColours() : look::lightColours()));

    QString text;
    if (!parser.positionalArguments().isEmpty()) {
        QFile file(parser.positionalArguments().constFirst());
        if (file.open(QIODevice::ReadOnly))
            text = QString::fromUtf8(file.readAll());
    }
    Bench window(text);
    window.findChild<body::BodyEditor *>()->setZoom(parser.value(zoom).toDouble());
    window.show();
    if (parser.isSet(picture)) {
        QTimer::singleShot(1500, &window, [&] {
            window.grab().save(parser.value(picture));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
