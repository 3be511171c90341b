// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/story_mirror.h"

#include <future>
#include <utility>

namespace nutgraf::session {

namespace {

void apply(QString &body, const BodyEdit &edit)
{
    const qsizetype at = std::clamp<qsizetype>(edit.position, 0, body.size());
    body.replace(at, std::clamp<qsizetype>(edit.removed, 0, body.size() - at), edit.added);
}

} // namespace

StoryMirror::StoryMirror(QObject *context) : m_copy(std::make_shared<Copy>()), m_worker(context) { }

StoryMirror::~StoryMirror() = default;

void StoryMirror::reset(QString body)
{
    m_pending.clear();
    m_worker.post([copy = m_copy, body = std::move(body)]() -> Reply {
        copy->body = body;
        return {};
    });
}

void StoryMirror::edit(BodyEdit edit)
{
    // Typing on: one edit grows instead of many being kept.
    if (!m_pending.empty() && edit.removed == 0) {
        BodyEdit &last = m_pending.back();
        if (edit.position == last.position + last.added.size()) {
            last.added += edit.added;
            return;
        }
    }
    m_pending.push_back(std::move(edit));
}

void StoryMirror::post(Work work)
{
    m_worker.post(
        [copy = m_copy, edits = std::exchange(m_pending, {}), work = std::move(work)]() -> Reply {
            for (const BodyEdit &edit : edits) {
                apply(copy->body, edit);
            }
            return work(copy->body);
        });
}

QString StoryMirror::body()
{
    auto promise = std::make_shared<std::promise<QString>>();
    std::future<QString> future = promise->get_future();
    post([promise](const QString &body) {
        promise->set_value(body);
        return Reply();
    });
    return future.get();
}

} // namespace nutgraf::session
