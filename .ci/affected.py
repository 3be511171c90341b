# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""affected.py BUILD [BASE]: the .cpp files of app/ and ui/ that changed since BASE, or that include a header that did
(without BASE: all of them). One a line, with a key that stays the same as long as its check can only say the same."""

import hashlib
import json
import pathlib
import re
import subprocess
import sys

FOLDERS = ("app/", "ui/")
CONFIG = ".clang-tidy"


def git(*arguments):
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.split("\n")[:-1]


def changed_since(base):
    return set(git("diff", "--name-only", "--diff-filter=d", base)) | set(git("ls-files", "--others", "--exclude-standard"))


def headers_of(path, known):
    """The project's headers that a file includes, and those that they include."""
    found, waiting = set(), [path]
    while waiting:
        for name in re.findall(r'^#include "([^"]+)"', pathlib.Path(waiting.pop()).read_text(), re.MULTILINE):
            header = name if name.startswith("ui/") else "app/" + name
            if header in known and header not in found:
                found.add(header)
                waiting.append(header)
    return found


def commands(build):
    """How each file is compiled, without where."""
    top = str(pathlib.Path.cwd())
    entries = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    return {entry["file"].replace(top + "/", ""): entry["command"].replace(top, "") for entry in entries}


def key(path, headers, command):
    words = hashlib.sha256(command.encode())
    for part in [CONFIG, path, *sorted(headers)]:
        words.update(pathlib.Path(part).read_bytes())
    return words.hexdigest()


def main(build, base=""):
    tracked = [p for p in git("ls-files", "--cached", "--others", "--exclude-standard") if pathlib.Path(p).is_file()]
    known = {p for p in tracked if p.endswith(".h")}
    changed = changed_since(base) if base else set(tracked)
    compiled = commands(build)
    for path in tracked:
        if not (path.startswith(FOLDERS) and path.endswith(".cpp")):
            continue
        headers = headers_of(path, known)
        if CONFIG in changed or changed & (headers | {path}):
            print(path, key(path, headers, compiled.get(path, "")))


main(*sys.argv[1:])
