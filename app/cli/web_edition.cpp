// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/web_edition.h"

#include "analysis/analyser.h"
#include "publish/publish.h"
#include "review/corrections.h"

namespace nutgraf::cli {

WebEdition webEditionOf(const story::Story &story, const review::Review &review,
                        const story::Agency &agency, int words)
{
    WebEdition web;
    web.snapshot = analysis::compose(1, story.headline, story.deck, story.body);
    const analysis::Analysis analysis =
        review::corrected(analysis::analyse(web.snapshot), review, web.snapshot.text);
    web.units = summary::units(web.snapshot, analysis, story.dateline.date);
    const int target = words > 0 ? words : agency.webTargetWords;
    web.notice = agency.name.isEmpty() ? QString() : publish::webNotice(story, agency);
    web.summary = summary::assemble(web.units, summary::suggest(web.units, target));
    return web;
}

} // namespace nutgraf::cli
