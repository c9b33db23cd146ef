#!/usr/bin/env bash
# The Windows folder as a clerk meets it, under Wine: only the zip, a fresh folder, an ordinary user, no network.
# Needs Debian's `wine64` (or `wine`) and the zip that `npm run build:portable` makes. What is tried stands in
# windows-walk.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=.ci/packaging
zip=$(ls release/ipcase-*-win-x64.zip)
wine=$(command -v wine64 || ls /usr/lib/wine/wine64)

# A Chinese Windows speaks code page 936; Wine takes it from the locale.
locale -a | grep -qi '^zh_CN.utf8$' || localedef -i zh_CN -f UTF-8 zh_CN.UTF-8

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
work="$folder/办案 资料"
mkdir "$work"
# Debian's unzip does not believe the mark for UTF-8 names that Windows goes by.
node $here/unzip.js "$zip" "$work"
mv "$work"/ipcase-*-win-x64 "$work/工具 箱"
cp fixtures/programmes/chaoyang/凌源市.csv "$folder/凌源.csv"
cp $here/windows-walk.sh $here/ten-minutes.sh "$folder"
$here/alone.sh "$folder" \
  env WINEPREFIX="$folder/wine" WINEDEBUG=-all LC_ALL=zh_CN.UTF-8 WINE="$wine" bash "$folder/windows-walk.sh" "$folder"
