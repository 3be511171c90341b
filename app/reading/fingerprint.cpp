// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/fingerprint.h"

#include "story/fields.h"

#include <QCryptographicHash>

namespace nutgraf::reading {

namespace {

/// Hashes texts so that no two lists of texts give the same bytes.
class Digest {
public:
    void add(QStringView text)
    {
        const auto size = static_cast<qint64>(text.size());
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof(size)));
        // As they lie in memory: the hash never leaves this computer.
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(text.utf16()),
                                      size * static_cast<qint64>(sizeof(QChar))));
    }
    void add(const QStringList &list)
    {
        add(QString::number(list.size()));
        for (const QString &text : list) {
            add(text);
        }
    }
    [[nodiscard]] QByteArray result() const
    {
        return m_hash.result();
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

} // namespace

QByteArray fingerprint(const story::Story &story)
{
    Digest digest;
    for (const story::Field field : story::fields()) {
        digest.add(story::key(field));
        digest.add(story::value(story, field));
    }
    // As one text, "a, b" could be two words or one.
    digest.add(story.subjects);
    digest.add(story.keywords);
    return digest.result();
}

QByteArray fingerprint(const review::Review &review)
{
    return QCryptographicHash::hash(review::writeReview(review), QCryptographicHash::Blake2b_256);
}

Fingerprint fingerprint(const story::Story &story, const review::Review &review)
{
    return {fingerprint(story), fingerprint(review)};
}

} // namespace nutgraf::reading
