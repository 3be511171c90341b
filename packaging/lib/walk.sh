#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# walk.sh BIN: the whole way without a display: a desk, its stories, the analysis, an edition, a publication, pictures.
set -euo pipefail

bin=$1
out=${XDG_CACHE_HOME:-$HOME/.cache}/nutgraf/walk
rm -rf "$out"
mkdir -p "$out/pictures"
desk=$out/desk

step() { printf '\n── %s\n' "$*"; }

step "No display: the same way on the command line. Everything lies in $out"
"$bin/nutgraf-cli" sample "$desk"
step "The desk"
"$bin/nutgraf-cli" list "$desk"
story=$(ls -d "$desk"/stories/*harbour-levy)
step "Who says what in harbour-levy"
"$bin/nutgraf-cli" analyze --format table "$story"
step "Its web edition"
"$bin/nutgraf-cli" summarize "$story"
step "Published"
"$bin/nutgraf-cli" publish "$story" --signed kl
"$bin/nutgraf-cli" versions "$story"
"$bin/nutgraf-cli" verify "$desk"
step "The files"
(cd "$desk" && find "stories/$(basename "$story")" -type f | sort)
step "Pictures of the window"
# A platform without a screen says what it cannot do; nobody needs to know.
QT_QPA_PLATFORM=offscreen timeout 120 "$bin/nutgraf" --walk "$out/pictures" "$desk" \
  2> >(grep -v '^This plugin does not support' >&2 || true)
ls "$out"/pictures/*.png
