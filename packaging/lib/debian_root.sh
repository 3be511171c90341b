# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The other way: a Debian 13 root in the user's cache folder, made once with mmdebstrap. Sourced, not run.

root_setup() {
  [ "$(cat "$root_ready" 2>/dev/null)" = "$(packages_stamp)" ] && return
  [ -f "$root_ready" ] && root_has_all && return
  root_tools
  ask "make a Debian 13 root in $root (about 2 GB, two minutes; nothing else of the system changes)?"
  root_make
  packages_stamp >"$root_ready"
}

# A root that was made whole serves every list whose packages it has: another checkout's list must not make it anew.
root_has_all() {
  local missing
  missing=$(comm -23 <(packages | sort -u) \
    <(awk '/^Package: / { name = $2 } /^Status: .* installed$/ { print name }' "$root/var/lib/dpkg/status" | sort -u))
  [ -z "$missing" ]
}

root_tools() {
  local wanted=(mmdebstrap debian-archive-keyring) missing
  [ "$user_id" = 0 ] || wanted+=(uidmap bubblewrap)
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "this system's packages are older than Nutgraf needs; a Debian 13 root will be used. For that: ${missing[*]}"
  ask "install ${missing[*]} with apt-get?"
  apt_update
  apt_install "${missing[@]}"
}

# The mirror that this system's own apt uses for Debian itself.
root_mirror() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)$(SUITE)$(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null \
    | awk '$3 == "main" && $1 !~ /security/ && $1 ~ /debian\/?$/ { print $1; exit }'
}

root_make() {
  local mirror part=$cache/debian-13.part proxy options=()
  mirror=$(root_mirror)
  [ -n "$mirror" ] || die "no Debian mirror is configured in /etc/apt. Add one, then run this again."
  proxy=$(apt-config shell p Acquire::http::Proxy 2>/dev/null | sed -n "s/^p='\(.*\)'$/\1/p")
  [ -z "$proxy" ] || options+=(--aptopt="Acquire::http::Proxy \"$proxy\"")
  mkdir -p "$cache/debs"
  root_remove "$part"
  rm -f "$root_ready"
  say "making the Debian 13 root from $mirror …"
  if [ "$user_id" = 0 ]; then
    root_bootstrap root "$part" "$mirror" "${options[@]}"
  else
    # As an ordinary user: a tar out of the user namespace, so that every file of the root is the user's own.
    root_bootstrap unshare "$part.tar" "$mirror" "${options[@]}"
    mkdir "$part"
    tar --extract --file "$part.tar" --directory "$part" --no-same-owner --exclude='./dev/*'
    rm "$part.tar"
  fi
  root_remove "$root"
  mv "$part" "$root"
  rm -rf "$cache/debs"
  say "the Debian 13 root is in place."
}

# root_bootstrap MODE TARGET MIRROR OPTIONS…: downloads of an interrupted run are used again.
root_bootstrap() {
  local mode=$1 target=$2 mirror=$3 hooks=()
  shift 3
  if [ "$mode" = root ]; then
    hooks=(--setup-hook='mkdir -p "$1/var/cache/apt/archives"; cp -n "'"$cache"'"/debs/*.deb "$1/var/cache/apt/archives/" 2>/dev/null || true')
  fi
  mmdebstrap --mode="$mode" --variant=minbase --include="$(packages | paste -sd,)" "$@" "${hooks[@]}" \
    trixie "$target" "deb $mirror trixie main" >&2 \
    || die "mmdebstrap failed (its messages are above). Run this again: downloads are kept where they can be."
}

# Removes a root, keeping its downloads. Nothing is mounted in it from outside: mounts live in private namespaces.
root_remove() {
  [ -d "$1" ] || return 0
  mv -n "$1"/var/cache/apt/archives/*.deb "$cache/debs/" 2>/dev/null || true
  if grep -qs " $1/" /proc/self/mounts; then die "$1 has mounts in it; unmount them, then run this again."; fi
  rm -rf --one-file-system "$1"
}

# root_exec COMMAND…: runs it inside, in the same directory; home, /tmp, the checkout and the X socket are there.
root_exec() {
  local directory binds=() wanted=("$top" "$HOME" /tmp "$cache")
  directory=$(pwd -P)
  case $directory in
    / | /usr* | /etc* | /bin* | /lib* | /sbin* | /var | /proc* | /sys* | /dev* | /run) ;;
    *) wanted+=("$directory") ;;
  esac
  [ ! -d "${XDG_RUNTIME_DIR:-/nonexistent}" ] || wanted+=("$XDG_RUNTIME_DIR")
  [ ! -d /usr/lib/locale ] || wanted+=(/usr/lib/locale)
  [ ! -f "${XAUTHORITY:-/nonexistent}" ] || wanted+=("$(dirname "$XAUTHORITY")")
  mapfile -t binds < <(printf '%s\n' "${wanted[@]}" | sort -u)
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  [ -n "${TZ:-}" ] || [ ! -L /etc/localtime ] || export TZ=$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')
  utf8_locale
  if [ "$user_id" = 0 ]; then
    exec unshare --mount --propagation private -- \
      bash "$top/packaging/lib/enter_root.sh" "$root" "$directory" "${binds[@]}" -- "$@"
  fi
  local options=() bind
  for bind in "${binds[@]}"; do options+=(--bind "$bind" "$bind"); done
  exec bwrap --bind "$root" / --dev-bind /dev /dev --proc /proc --ro-bind /sys /sys \
    --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group \
    "${options[@]}" --chdir "$directory" -- "$@"
}
