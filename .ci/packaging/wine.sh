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

passed=0
check() { # check <what> <expected exit code> <a file or words that must be there> <command…>
  local what=$1 code=$2 there=$3 status=0
  shift 3
  (cd "$work" && timeout 120 "$wine" "$@" </dev/null >"$folder/out" 2>"$folder/err") || status=$?
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
unzip -q "$zip" -d "$work"
mv "$work"/ipcase-*-win-x64 "$work/工具 箱"
cp fixtures/programmes/chaoyang/凌源市.csv "$work/六月 凌源.csv"
timeout 120 "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f </dev/null >/dev/null 2>&1
tool='工具 箱'

check 'the program says its version' 0 '0\.' cmd /c "$tool\\ipcase.cmd" --version
check 'a GBK log by a Chinese path with spaces' 0 '8 件案件' cmd /c "$tool\\ipcase.cmd" validate '六月 凌源.csv'
check 'a glob without a shell' 0 '8 件案件' cmd /c "$tool\\ipcase.cmd" validate '六月*.csv'
check 'checking what is dropped' 0 '六月 凌源-问题.xlsx' cmd /c "$tool\\核对.cmd" '六月 凌源.csv'
check 'checking it again keeps the former list' 0 '六月 凌源-问题.上一次.xlsx' cmd /c "$tool\\核对.cmd" '六月 凌源.csv'
check 'a table of what is dropped' 0 '六月 凌源-统计表.xlsx' cmd /c "$tool\\出表.cmd" '六月 凌源.csv'
check 'a table that is there already is not replaced' 3 '已经有了' cmd /c "$tool\\出表.cmd" '六月 凌源.csv'
check 'nothing dropped: how to use it' 2 '拖到这个图标上' cmd /c "$tool\\核对.cmd"
check 'the empty ledger is a nil return' 0 '本期无案件' cmd /c "$tool\\ipcase.cmd" report "$tool\\空白台账.xlsx" --unit 凌源市
chmod -R a-w "$work/$tool"
check 'a folder that is read-only' 0 '8 件案件' cmd /c "$tool\\ipcase.cmd" validate '六月 凌源.csv'
chmod -R u+w "$work/$tool"
printf '%s passed, 0 failed\n' "$passed"
