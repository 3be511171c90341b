// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>

#include <vector>

namespace nutgraf::settings {

enum class Scheme { System, Light, Dark };

/// A story that was open when the window closed.
struct OpenStory {
    QString path;
    int caret = 0;
    bool hasSecondPane = false;

    friend bool operator==(const OpenStory &, const OpenStory &) = default;
};

/// The settings, typed; kept in the QSettings that is passed in (README.md has the table).
class Settings final : public QObject {
    Q_OBJECT
public:
    explicit Settings(QSettings &store, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme);
    [[nodiscard]] QString bodyFont() const;
    void setBodyFont(const QString &family);
    [[nodiscard]] double zoom() const;
    void setZoom(double factor);
    [[nodiscard]] QString initials() const;
    void setInitials(const QString &initials);
    /// The file of the SSH key that publications are signed with; empty: none. The command line
    /// reads the same.
    [[nodiscard]] QString signingKey() const;
    void setSigningKey(const QString &file);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    enum class Pane { DeskList, SidePanel };
    [[nodiscard]] bool isShown(Pane pane) const;
    void setShown(Pane pane, bool shown);
    /// 0: never set.
    [[nodiscard]] int paneWidth(Pane pane) const;
    void setPaneWidth(Pane pane, int width);

    [[nodiscard]] QString desk() const;
    void setDesk(const QString &folder);
    [[nodiscard]] std::vector<OpenStory> openStories() const;
    [[nodiscard]] int currentStory() const;
    void setOpenStories(const std::vector<OpenStory> &stories, int current);

Q_SIGNALS:
    /// Scheme, body font or initials changed.
    void changed();

private:
    QSettings &m_store;
};

} // namespace nutgraf::settings
