// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verb.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdlib>
#include <langinfo.h>
#include <string_view>

namespace {

/// Qt needs a UTF-8 locale and says so on standard error when it has to change to one; a script
/// under LC_ALL=C did nothing that it should be told of.
void useUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8") {
        ::setenv("LC_ALL", "C.UTF-8", 1);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8();
    const QCoreApplication app(argc, argv);
    nutgraf::cli::Console console;
    return static_cast<int>(nutgraf::cli::run(QCoreApplication::arguments().sliced(1), console));
}
