// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/html.h"
#include "site/pages.h"

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

QString part(const QString &title, const QString &words)
{
    return u"<h2>"_s + title + u"</h2>\n"_s + element(u"p"_s, {}, words);
}

QString portion(const Frame &frame)
{
    const QString system = frame.agency.wireSystem.isEmpty() ? u"its full service"_s
                                                             : u"the "_s + frame.agency.wireSystem;
    return u"%1 sends its stories in full to subscribers, in %2. This website carries only a "
           u"portion "
           "of them, in summarized form: whole sentences of the story, with every quotation kept "
           "with its speaker."_s.arg(frame.name, system);
}

QString mining(const Frame &frame)
{
    if (frame.website.textMining == story::TextMining::Unsaid)
        return {};
    QString html =
        part(u"Text and data mining"_s,
             u"All rights are reserved for text and data mining and for the training of "
             "generative tools, as article 4 of Directive (EU) 2019/790 provides for."_s);
    if (!frame.website.textMiningPolicy.isEmpty())
        html +=
            u"<p>"_s + link(frame.website.textMiningPolicy, u"Terms for a licence"_s) + u"</p>\n"_s;
    return html;
}

QString tools(const Frame &frame)
{
    return frame.website.aiStatement.isEmpty()
        ? QString()
        : part(u"Generative tools"_s, frame.website.aiStatement);
}

} // namespace

QByteArray makingPage(const Frame &frame)
{
    const QString title = u"How this site is made"_s;
    const QString html = u"<main id=\"main\" class=\"page text\">\n"_s + element(u"h1"_s, {}, title)
        + part(u"A portion"_s, portion(frame))
        + part(u"Corrections"_s,
               u"What was wrong is said above the text that puts it right, on the page of "
               "corrections, and in a feed. Nothing is changed without a new version; what "
               "changed is shown word by word."_s)
        + part(u"Withdrawn stories"_s,
               u"A story that is withdrawn leaves a page at its address that says so, and no word "
               "of what it said."_s)
        + part(u"The record"_s,
               u"Each story says which version it is, how many of its direct quotes the desk "
               "confirmed against what was said, and who signed. The proof is the SHA-256 hash of "
               "the version's list of files: from it anybody who is given the version can tell "
               "whether a byte of it was changed."_s)
        + tools(frame) + mining(frame)
        + part(u"Privacy"_s,
               u"The pages run no scripts, set no cookies, and load nothing from elsewhere."_s);
    return pageOf(frame, plainHead(u"how-it-is-made.html"_s, title), html + u"</main>\n"_s);
}

} // namespace nutgraf::site
