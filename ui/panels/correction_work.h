// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/corrections.h"
#include "review/unit_ref.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <optional>

namespace nutgraf::panels {

class AttributionList;
class CorrectionForm;

/// Puts the chosen attribution right, or marks one that the analysis missed, in the form below the
/// list; the form follows its attribution through newer readings.
class CorrectionWork final : public QObject {
    Q_OBJECT
public:
    CorrectionWork(AttributionList &list, CorrectionForm &form);

    /// Opens the form for an attribution; `words` (empty: those it has) are what was said. Without
    /// an attribution it marks those words.
    void begin(const std::optional<review::UnitRef> &unit, TextRange words);
    [[nodiscard]] bool isUnderWay() const;
    /// A newer reading came, or another row was chosen: the form follows, or closes.
    void follow();

    /// Where the keyboard was before.
    enum class Origin { List, Elsewhere };

Q_SIGNALS:
    /// In places of the list's reading.
    void applied(const nutgraf::review::Amendment &amendment, Origin origin);
    /// Begun or ended.
    void changed();

private:
    [[nodiscard]] review::Amendment startFor(int attribution, TextRange words) const;
    void apply();
    void end();

    AttributionList &m_list;
    CorrectionForm &m_form;
    QString m_key; ///< of the row that the open form is about
    QPointer<QWidget> m_keyboard; ///< had the keyboard before the form
};

} // namespace nutgraf::panels
