#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# enter_root.sh ROOT DIRECTORY BIND… -- COMMAND…: inside a private mount namespace, as root: binds, then chroot.
set -eu

root=$1 directory=$2
shift 2
for system in /proc /sys /dev; do mount --rbind "$system" "$root$system"; done
for file in /etc/passwd /etc/group /etc/resolv.conf; do
  [ -f "$file" ] && [ -e "$root$file" ] && mount --bind "$file" "$root$file" || true
done
while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  shift
done
shift
exec chroot "$root" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$directory" "$@"
