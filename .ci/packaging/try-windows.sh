#!/usr/bin/env bash
# The Windows folder as a clerk uses it, under Wine: unzipped to a path with spaces and Chinese, no network, a GBK log,
# files dropped on the two scripts. Needs Debian's `wine64` (or `wine`) and a zip made by `npm run build:portable`.
set -euo pipefail
cd "$(dirname "$0")/../.."

zip=$(ls release/ipcase-*-win-x64.zip)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export WINEPREFIX=$folder/wine WINEDEBUG=-all IPCASE_NO_PAUSE=1 IPCASE_AS_OF=2024-06-07
wine=$(command -v wine64 || ls /usr/lib/wine/wine64)

# A Chinese Windows speaks code page 936; Wine takes it from the locale.
locale -a | grep -qi '^zh_CN.utf8$' || localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
export LC_ALL=zh_CN.UTF-8

passed=0
check() { # check <what> <expected exit code> <a file or words that must be there> <line for cmd.exe>
  local what=$1 code=$2 there=$3 status=0
  # As a script of its own: cmd.exe takes quotes off a line that is handed to it. Not with `call`, of which Wine makes
  # every exit code but 0 a 1.
  printf '@%s\r\n' "$4" | iconv -f UTF-8 -t GBK >"$work/line.cmd"
  (cd "$work" && timeout 120 "$wine" cmd /c line.cmd </dev/null >"$folder/out" 2>"$folder/err") || status=$?
  if [ "$status" -ne "$code" ] || { [ ! -e "$work/$there" ] && ! grep -q -- "$there" "$folder/out" "$folder/err"; }; then
    printf 'FAILED %s: exit code %s, wanted %s and %s\n' "$what" "$status" "$code" "$there"
    cat "$folder/out" "$folder/err"
    exit 1
  fi
  printf 'ok     %s\n' "$what"
  passed=$((passed + 1))
}

work="$folder/办案 资料"
mkdir "$work"
# Debian's unzip does not believe the mark for UTF-8 names that Windows goes by.
node --input-type=module - "$zip" "$work" <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { unzipSync } from 'fflate'

const [, , zip, folder] = argv
for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
}
JS
mv "$work"/ipcase-*-win-x64 "$work/工具 箱"
cp fixtures/programmes/chaoyang/凌源市.csv "$work/六月 凌源.csv"
timeout 120 "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f </dev/null >/dev/null 2>&1
tool='工具 箱'

check 'the program says its version' 0 '0\.' "\"$tool\\ipcase.cmd\" --version"
check 'a GBK log by a Chinese path with spaces' 0 '8 件案件' "\"$tool\\ipcase.cmd\" validate \"六月 凌源.csv\""
check 'a glob without a shell' 0 '8 件案件' "\"$tool\\ipcase.cmd\" validate \"六月*.csv\""
check 'the empty ledger is a nil return' 0 '本期无案件' "\"$tool\\ipcase.cmd\" report \"$tool\\空白台账.xlsx\" --unit 凌源市"
check 'nothing dropped: how to use it' 2 '拖到这个图标上' "\"$tool\\核对.cmd\""
check 'checking what is dropped' 0 '六月 凌源-问题.xlsx' "\"$tool\\核对.cmd\" \"六月 凌源.csv\""
check 'checking it again keeps the former list' 0 '六月 凌源-问题.上一次.xlsx' "\"$tool\\核对.cmd\" \"六月 凌源.csv\""
check 'a table of what is dropped' 0 '六月 凌源-统计表.xlsx' "\"$tool\\出表.cmd\" \"六月 凌源.csv\""
check 'a table that is there already is not replaced' 3 '已经有了' "\"$tool\\出表.cmd\" \"六月 凌源.csv\""
chmod -R a-w "$work/$tool"
check 'a folder that is read-only' 0 '8 件案件' "\"$tool\\ipcase.cmd\" validate \"六月 凌源.csv\""
chmod -R u+w "$work/$tool"
printf '%s passed, 0 failed\n' "$passed"
