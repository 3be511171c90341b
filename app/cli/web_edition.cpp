// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/web_edition.h"

#include "publish/publish.h"

namespace nutgraf::cli {

WebEdition webEditionOf(const reading::Reading &reading, const story::Agency &agency, int words)
{
    WebEdition web;
    web.units = summary::units(*reading.snapshot, *reading.analysis, reading.story.dateline.date);
    const int target = words > 0 ? words : agency.webTargetWords;
    web.notice = agency.name.isEmpty() ? QString() : publish::webNotice(reading.story, agency);
    web.summary = summary::assemble(web.units, summary::suggest(web.units, target));
    return web;
}

} // namespace nutgraf::cli
