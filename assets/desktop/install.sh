#!/bin/sh
# Puts Blesna into the menu of this user, and lets it open files of the kind .blesna. `install.sh --remove` takes it away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
program=$data/blesna-program
icon=icons/hicolor/scalable
remove() {
  rm -rf "$program"
  rm -f "$bin/blesna" "$data/applications/blesna.desktop" "$data/mime/packages/blesna.xml" "$data/$icon/apps/blesna.svg"
}
install() {
  mkdir -p "$data/applications" "$data/mime/packages" "$data/$icon/apps" "$bin"
  if [ "$here" != "$program" ]; then
    rm -rf "$program"
    cp -R "$here" "$program"
  fi
  ln -sf "$program/blesna" "$bin/blesna"
  # twice quoted: for the entry, and for sed
  command=$(printf '%s' "$program/blesna" | sed 's/["`$]/\\\\&/g; s/%/%%/g' | sed 's/[\\&|]/\\&/g')
  sed "s|^Exec=blesna|Exec=\"$command\"|" "$here/blesna.desktop" > "$data/applications/blesna.desktop"
  cp "$here/blesna.xml" "$data/mime/packages/blesna.xml"
  cp "$here/blesna.svg" "$data/$icon/apps/blesna.svg"
}
if [ "${1:-}" = "--remove" ]; then remove; else install; fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
