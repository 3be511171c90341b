# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of this folder: what they say, where things lie, which way this machine goes. Sourced, not run.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
packages_file=$top/packaging/packages.txt
cache=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/nutgraf
root=$cache/debian-13
root_ready=$cache/debian-13.ready
user_id=$(id -u)

say() { printf '%s\n' "nutgraf: $*" >&2; }
die() {
  say "$*"
  exit 1
}

# The packages' names, one a line.
packages() { grep -v '^#' "$packages_file"; }

# Changes when the list of packages does: the stamp of a finished set-up.
packages_stamp() { packages | sha256sum | cut -d' ' -f1; }

# A person is at the terminal: ask before the system is changed. Elsewhere (scripts, CI) the command itself is the consent.
ask() {
  [ -t 0 ] && [ -t 2 ] || return 0
  local answer
  read -r -p "nutgraf: $* [Y/n] " answer </dev/tty
  case $answer in [nN]*) die "stopped; nothing was changed." ;; esac
}

# as_admin_once COMMAND…: runs commands as the system's administrator; who cannot become that is told all of them, as one line.
as_admin_once() {
  local line=$1 step
  shift
  for step in "$@"; do line+=" && $step"; done
  if [ "$user_id" = 0 ]; then
    ask "run $line?"
    DEBIAN_FRONTEND=noninteractive sh -c "$line" >&2 \
      || die "that failed (the messages are above). Run this again: what is done stays done."
  elif may_ask_sudo; then
    ask "run with sudo: $line?"
    sudo env DEBIAN_FRONTEND=noninteractive sh -c "$line" >&2 || die_for_admin "$line"
  else
    die_for_admin "$line"
  fi
}

# sudo is there, and either asks nothing or has somebody to ask.
may_ask_sudo() {
  command -v sudo >/dev/null || return 1
  sudo -n true 2>/dev/null || [ -t 0 ]
}

die_for_admin() {
  say "an administrator must run this once, as root:"
  printf '\n    %s\n\n' "$1" >&2
  die "then run this again; it will see that it was done."
}

# Without a language set, programs are told that text is UTF-8 all the same.
utf8_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac
}

missing_packages() {
  local known
  known=$(dpkg-query --show --showformat='${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii *//p' | sort -u)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$known")
}

has_candidate() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# `native`: this system's own packages are new enough. `root`: they are not; a Debian 13 root is made and used.
way() {
  local codename version
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  version=$(. /etc/os-release && echo "${ID:-}${VERSION_ID:-}")
  case $version in debian1[3-9]* | debian[2-9]*) echo native && return ;; esac
  case $version in debian1[0-2]*) echo root && return ;; esac
  if has_candidate libkf6syntaxhighlighting-dev; then echo native; else echo root; fi
}
