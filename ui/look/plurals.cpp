// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/plurals.h"

#include <QCoreApplication>
#include <QTranslator>

namespace nutgraf::look {

using namespace Qt::StringLiterals;

void installPlurals(QCoreApplication &program)
{
    auto *words = new QTranslator(&program);
    const bool isThere = words->load(u":/nutgraf/words/nutgraf_en.qm"_s);
    Q_ASSERT(isThere);
    if (isThere) {
        QCoreApplication::installTranslator(words);
    }
}

} // namespace nutgraf::look
