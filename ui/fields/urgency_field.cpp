// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/urgency_field.h"

#include "ui/session/field_access.h"

#include <QCoreApplication>

namespace nutgraf::fields {

UrgencyField makeUrgencyField(session::StorySession &session, QWidget *parent)
{
    const QString name = session::fieldName(story::Field::Urgency);
    const UrgencyField field{new QLabel(name, parent), new QSpinBox(parent)};
    field.label->setForegroundRole(QPalette::PlaceholderText);
    field.label->setBuddy(field.box);
    field.box->setRange(1, 9);
    field.box->setFrame(false);
    field.box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field.box->setAccessibleName(name);
    field.box->setToolTip(
        QCoreApplication::translate("nutgraf::fields::UrgencyField", "1 is most urgent, 9 least"));
    field.box->setReadOnly(session.isReadOnly());
    QObject::connect(field.box, &QSpinBox::valueChanged, &session,
                     [&session](int urgency) { session.setField(story::Field::Urgency, urgency); });
    return field;
}

} // namespace nutgraf::fields
