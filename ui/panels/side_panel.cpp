// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/side_panel.h"

#include "ui/panels/attribution_section.h"
#include "ui/panels/check_section.h"
#include "ui/panels/entity_section.h"
#include "ui/panels/finding_rows.h"
#include "ui/panels/section_header.h"
#include "ui/panels/version_section.h"
#include "ui/session/unit_decisions.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace nutgraf::panels {

namespace {

struct Fold {
    SectionHeader *header = nullptr;
    QWidget *content = nullptr;
    QWidget *list = nullptr; ///< takes the keyboard
};

} // namespace

struct SidePanel::Private {
    explicit Private(SidePanel *panel);

    void addFold(Section section, const QString &title, QWidget *content, QWidget *list);
    void buildOrderMenu();
    void connectSections();
    void setOpen(Section section, bool isOpen);
    void toggle(Section section);
    void showReading();
    void loadVersions() const;
    [[nodiscard]] Fold &fold(Section section)
    {
        return folds.at(static_cast<std::size_t>(section));
    }

    SidePanel *q;
    QVBoxLayout *layout;
    AttributionSection *attributions;
    EntitySection *entities;
    CheckSection *checks;
    VersionSection *versions;
    QToolButton *order;
    std::array<Fold, 4> folds;
    QWidget *rest; ///< takes the room that no open section takes
    QPointer<session::StorySession> session;
};

SidePanel::Private::Private(SidePanel *panel)
    : q(panel),
      layout(new QVBoxLayout(panel)),
      attributions(new AttributionSection(panel)),
      entities(new EntitySection(panel)),
      checks(new CheckSection(panel)),
      versions(new VersionSection(panel)),
      order(new QToolButton(panel)),
      rest(new QWidget(panel))
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addFold(Section::Attribution, SidePanel::tr("Attribution"), attributions,
            &attributions->list());
    addFold(Section::Entities, SidePanel::tr("Entities"), entities, &entities->list());
    addFold(Section::Checks, SidePanel::tr("Checks"), checks, &checks->list());
    addFold(Section::Versions, SidePanel::tr("Versions"), versions, &versions->list());
    layout->addWidget(rest, 1);
    fold(Section::Attribution).header->setTopLine(false);
    buildOrderMenu();
    connectSections();
    setOpen(Section::Attribution, true);
}

void SidePanel::Private::addFold(Section section, const QString &title, QWidget *content,
                                 QWidget *list)
{
    auto *header = new SectionHeader(title, q);
    fold(section) = {header, content, list};
    content->hide();
    layout->addWidget(header);
    layout->addWidget(content, 1);
    QObject::connect(header, &QAbstractButton::clicked, q, [this, section] { toggle(section); });
}

void SidePanel::Private::buildOrderMenu()
{
    auto *menu = new QMenu(order);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &words) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        return action;
    };
    QAction *bySpeaker = group->addAction(add(SidePanel::tr("by speaker")));
    QAction *byPlace = group->addAction(add(SidePanel::tr("by place")));
    menu->addSeparator();
    QAction *openOnly = add(SidePanel::tr("open only"));
    bySpeaker->setChecked(true);
    order->setMenu(menu);
    order->setPopupMode(QToolButton::InstantPopup);
    order->setAutoRaise(true);
    order->setToolButtonStyle(Qt::ToolButtonTextOnly);
    order->setToolTip(SidePanel::tr("Order of the attributions"));
    order->setAccessibleName(SidePanel::tr("Order of the attributions"));
    order->setText(bySpeaker->text());
    fold(Section::Attribution).header->setCorner(order);
    const auto apply = [this, bySpeaker, byPlace, openOnly] {
        const QString words = bySpeaker->isChecked() ? bySpeaker->text() : byPlace->text();
        order->setText(openOnly->isChecked() ? SidePanel::tr("%1, open").arg(words) : words);
        attributions->setOrder(bySpeaker->isChecked() ? AttributionOrder::BySpeaker
                                                      : AttributionOrder::ByPlace);
        attributions->setFilter(openOnly->isChecked() ? AttributionFilter::OpenOnly
                                                      : AttributionFilter::All);
    };
    QObject::connect(menu, &QMenu::triggered, q, apply);
}

void SidePanel::Private::connectSections()
{
    QObject::connect(attributions, &AttributionSection::unitSelected, q, &SidePanel::unitSelected);
    QObject::connect(attributions, &AttributionSection::revealRequested, q,
                     &SidePanel::revealRequested);
    const auto decide = [this](const review::UnitRef &unit, review::Verdict verdict) {
        if (session) {
            session->decisions().decide(unit, verdict);
        }
    };
    QObject::connect(attributions, &AttributionSection::decideRequested, q, decide);
    QObject::connect(attributions, &AttributionSection::withdrawRequested, q,
                     [this](const review::UnitRef &unit) {
                         if (session) {
                             session->decisions().withdraw(unit);
                         }
                     });
    QObject::connect(attributions, &AttributionSection::correctRequested, q,
                     [this](const review::Amendment &amendment, quint64 revision) {
                         if (session) {
                             session->decisions().correct(amendment, revision);
                         }
                     });
    QObject::connect(attributions, &AttributionSection::wordsProposed, q,
                     &SidePanel::wordsProposed);
    QObject::connect(attributions, &AttributionSection::selectionRequested, q,
                     &SidePanel::selectionRequested);
    QObject::connect(entities, &EntitySection::mentionsChosen, q, &SidePanel::mentionsChosen);
    QObject::connect(entities, &EntitySection::revealRequested, q, &SidePanel::revealRequested);
    QObject::connect(
        entities, &EntitySection::confirmRequested, q,
        [decide](const review::UnitRef &unit) { decide(unit, review::Verdict::Confirmed); });
    QObject::connect(entities, &EntitySection::attributionRequested, q,
                     [this](const review::UnitRef &unit) {
                         q->show(Section::Attribution);
                         attributions->select(unit);
                         Q_EMIT q->unitSelected(unit);
                     });
    QObject::connect(checks, &CheckSection::revealRequested, q, &SidePanel::revealRequested);
    QObject::connect(checks, &CheckSection::fieldRequested, q, &SidePanel::fieldRequested);
    QObject::connect(versions, &VersionSection::compareRequested, q, &SidePanel::compareRequested);
    QObject::connect(versions, &VersionSection::openRequested, q, &SidePanel::versionOpenRequested);
    QObject::connect(versions, &VersionSection::restoreRequested, q, &SidePanel::restoreRequested);
    QObject::connect(versions, &VersionSection::loaded, q, [this] {
        const int newest = versions->newestVersion();
        QString words;
        if (session) {
            words = versions->isDamaged() ? SidePanel::tr("damaged")
                : newest > 0              ? QStringLiteral("v%1").arg(newest)
                                          : SidePanel::tr("not published");
        }
        fold(Section::Versions).header->setWords(words);
    });
}

void SidePanel::Private::setOpen(Section section, bool isOpen)
{
    Fold &target = fold(section);
    target.header->setChecked(isOpen);
    target.content->setVisible(isOpen);
    bool isAnyOpen = false;
    for (const Fold &each : folds) {
        isAnyOpen = isAnyOpen || each.header->isChecked();
    }
    rest->setVisible(!isAnyOpen);
}

void SidePanel::Private::toggle(Section section)
{
    const bool isOpening = fold(section).header->isChecked(); // the click has turned it already
    const bool keepsOthers = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
    if (isOpening && !keepsOthers) {
        for (std::size_t i = 0; i < folds.size(); ++i) {
            setOpen(static_cast<Section>(i), static_cast<Section>(i) == section);
        }
    } else {
        setOpen(section, isOpening);
    }
}

void SidePanel::Private::showReading()
{
    static const session::Reading nothing;
    const session::Reading &reading = session ? session->reading() : nothing;
    const bool isRead = reading.analysis != nullptr;
    attributions->setReading(reading, session ? session->decisions().review() : review::Review());
    entities->setReading(reading);
    checks->setReading(reading);
    const auto count = [isRead](std::size_t n) {
        return isRead ? QString::number(n) : QString();
    };
    fold(Section::Attribution)
        .header->setCount(isRead ? count(reading.analysis->attributions.size()) : QString());
    fold(Section::Entities)
        .header->setCount(isRead ? count(reading.analysis->entities.size()) : QString());
    fold(Section::Checks).header->setCount(count(reading.findings.size()));
    fold(Section::Checks).header->setCounts(shapeCounts(reading.findings));
}

void SidePanel::Private::loadVersions() const
{
    versions->load(session ? session->storyFolder() : QString(),
                   session ? session->path() : QString());
}

SidePanel::SidePanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setAccessibleName(tr("Side panel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
}

SidePanel::~SidePanel() = default;

void SidePanel::setSession(session::StorySession *session)
{
    if (d->session) {
        d->session->disconnect(this);
    }
    d->session = session;
    if (session != nullptr) {
        connect(session, &session::StorySession::readingChanged, this,
                [this] { d->showReading(); });
        connect(session, &session::StorySession::saved, this, [this] { d->loadVersions(); });
    }
    setEnabled(session != nullptr);
    d->attributions->select({});
    d->showReading();
    d->loadVersions();
}

void SidePanel::show(Section section)
{
    QWidget::show();
    if (!d->fold(section).header->isChecked()) {
        d->fold(section).header->setChecked(true);
        d->toggle(section);
    }
    d->fold(section).list->setFocus(Qt::ShortcutFocusReason);
    if (section == Section::Attribution) {
        d->attributions->beginReview();
    }
}

void SidePanel::selectUnit(const std::optional<review::UnitRef> &unit)
{
    d->attributions->select(unit);
}

void SidePanel::correct(const std::optional<review::UnitRef> &unit, TextRange words)
{
    QWidget::show();
    d->setOpen(Section::Attribution, true);
    d->attributions->beginCorrection(unit, words);
}

bool SidePanel::isCorrecting() const
{
    return d->attributions->isCorrecting();
}

void SidePanel::takeWords(TextRange snapshotRange)
{
    d->attributions->takeWords(snapshotRange);
}

void SidePanel::reloadVersions()
{
    d->loadVersions();
}

QSize SidePanel::sizeHint() const
{
    const QFontMetricsF metrics(font());
    return {look::units(metrics, look::size::SidePanel), look::units(metrics, 150)};
}

} // namespace nutgraf::panels
