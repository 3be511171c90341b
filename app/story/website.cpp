// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/website.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::story {

namespace {

constexpr std::array SourceTypes = {
    "digitalCapture"_L1,
    "computationalCapture"_L1,
    "negativeFilm"_L1,
    "positiveFilm"_L1,
    "print"_L1,
    "humanEdits"_L1,
    "compositeCapture"_L1,
    "algorithmicallyEnhanced"_L1,
    "dataDrivenMedia"_L1,
    "digitalCreation"_L1,
    "virtualRecording"_L1,
    "compositeSynthetic"_L1,
    "trainedAlgorithmicMedia"_L1,
    "compositeWithTrainedAlgorithmicMedia"_L1,
    "algorithmicMedia"_L1,
    "screenCapture"_L1,
    "composite"_L1,
};

} // namespace

bool isDigitalSourceType(const QString &code)
{
    return std::ranges::contains(SourceTypes, code);
}

bool isWebAddress(const QString &address)
{
    static const QRegularExpression form(u"^(https?://[^\\s/]|mailto:[^\\s])\\S*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(address).hasMatch();
}

} // namespace nutgraf::story
