// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waiting/patience.h"

#include "jobs/off_thread.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QVBoxLayout>

namespace nutgraf::waiting {

namespace {

/// A drive that is not slow is done by then, and nothing flickers.
constexpr int Moment = 250; // ms

class Notice final : public QDialog {
    Q_OBJECT
public:
    Notice(const QString &words, Ending ending)
        : QDialog(QApplication::activeWindow()), m_ending(ending)
    {
        setWindowTitle(tr("Please wait"));
        setWindowModality(Qt::ApplicationModal);
        auto *label = new QLabel(words);
        label->setTextFormat(Qt::PlainText);
        auto *bar = new QProgressBar;
        bar->setRange(0, 0);
        bar->setAccessibleName(words);
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(label);
        layout->addWidget(bar);
        if (m_ending == Ending::Stoppable) {
            auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
            buttons->button(QDialogButtonBox::Cancel)
                ->setToolTip(tr("Gives up; nothing is changed by it"));
            connect(buttons, &QDialogButtonBox::rejected, this, &Notice::reject);
            layout->addWidget(buttons);
        }
    }
    void reject() override
    {
        if (m_ending == Ending::Stoppable) {
            QDialog::reject();
        }
    }

private:
    Ending m_ending;
};

} // namespace

bool waitFor(const QString &words, Ending ending, std::function<void()> work)
{
    const auto finished = std::make_shared<QSemaphore>();
    Notice *shown = nullptr;
    QObject context; // nobody is told once this has returned
    jobs::atOnce(
        &context,
        [finished, work = std::move(work)] {
            work();
            finished->release();
            return true;
        },
        [&shown](bool) {
            if (shown != nullptr) {
                shown->accept();
            }
        });
    if (finished->tryAcquire(1, Moment)) {
        return true;
    }
    Notice notice(words, ending);
    shown = &notice;
    notice.exec();
    return finished->available() > 0;
}

} // namespace nutgraf::waiting

#include "patience.moc"
