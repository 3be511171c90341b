// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/tagger_files.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <utility>

namespace nutgraf::tagger {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t Roles = 3;
constexpr size_t RoleLabels = 3; ///< outside, begin, inside

bool readChains(Settings &settings, const QJsonObject &object)
{
    const auto add = [&](const QJsonValue &value, size_t labels) {
        auto chain = LabelChain::fromJson(value.toObject(), labels);
        if (chain) {
            settings.chains.push_back(*std::move(chain));
        }
    };
    add(object.value("entityChain"_L1), static_cast<size_t>(settings.entityLabels.size()));
    for (const auto &value : object.value("roleChains"_L1).toArray()) {
        add(value, RoleLabels);
    }
    return settings.chains.size() == 1 + Roles;
}

bool readDistances(Settings &settings, const QJsonObject &object)
{
    const QJsonArray rows = object.value("distance"_L1).toArray();
    if (rows.size() != static_cast<qsizetype>(settings.distance.size())) {
        return false;
    }
    for (size_t i = 0; i < settings.distance.size(); ++i) {
        for (const auto &value : rows.at(static_cast<qsizetype>(i)).toArray()) {
            settings.distance.at(i).push_back(static_cast<float>(value.toDouble()));
        }
        if (std::cmp_not_equal(settings.distance.at(i).size(), 2 * settings.linkReach + 1)) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<Settings> loadSettings(const QString &file)
{
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(*bytes, &fault).object();
    if (fault.error != QJsonParseError::NoError) {
        return fail(ErrorCode::ModelInvalid, file, fault.errorString());
    }
    Settings settings;
    for (const auto &label : object.value("entityLabels"_L1).toArray()) {
        settings.entityLabels.append(label.toString());
    }
    settings.longestPiece = static_cast<size_t>(object.value("longestPiece"_L1).toInt());
    settings.linkValues = static_cast<size_t>(object.value("linkValues"_L1).toInt());
    settings.linkReach = object.value("linkReach"_L1).toInt();
    const bool isKnown = object.value("version"_L1).toInt() == 1 && settings.longestPiece > 1
        && settings.linkValues > 0 && settings.linkReach >= 0;
    if (!isKnown || !readChains(settings, object) || !readDistances(settings, object)) {
        return fail(ErrorCode::ModelInvalid, file, u"version 1"_s);
    }
    return settings;
}

QString installedModel()
{
    QStringList folders{QCoreApplication::applicationDirPath() + u"/../share/nutgraf/models"_s};
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"nutgraf/models"_s,
                                         QStandardPaths::LocateDirectory);
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder + u"/tagger.onnx"_s)) {
            return QDir::cleanPath(folder);
        }
    }
    return {};
}

} // namespace nutgraf::tagger
