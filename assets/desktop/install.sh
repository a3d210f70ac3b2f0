#!/bin/sh
# Puts Blesna into the menu of this user, and lets it open files of the kind .blesna. `install.sh --remove` takes it away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
if [ "${1:-}" = "--remove" ]; then
  rm -rf "$data/blesna-program" "$bin/blesna" "$data/applications/blesna.desktop" "$data/mime/packages/blesna.xml" \
    "$data/icons/hicolor/scalable/apps/blesna.svg"
else
  mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps" "$bin"
  rm -rf "$data/blesna-program"
  cp -R "$here" "$data/blesna-program"
  ln -sf "$data/blesna-program/blesna" "$bin/blesna"
  sed "s|^Exec=blesna|Exec=\"$data/blesna-program/blesna\"|" "$here/blesna.desktop" > "$data/applications/blesna.desktop"
  cp "$here/blesna.xml" "$data/mime/packages/blesna.xml"
  cp "$here/blesna.svg" "$data/icons/hicolor/scalable/apps/blesna.svg"
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
