#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# enter_root.sh PLACE DIRECTORY MOUNTS COMMAND…: inside a mount namespace of its own, as root: this system's whole tree
# at PLACE, the mounts (lines FROM, tab, TO) over it, then chroot.
set -euo pipefail

place=$1 directory=$2 mounts=$3
shift 3
mount --rbind / "$place"
while IFS=$'\t' read -r from to; do
  mount --bind "$from" "$place$to"
  mount -o remount,bind,ro "$place$to"
done <<<"$mounts"
exec chroot "$place" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$directory" "$@"
