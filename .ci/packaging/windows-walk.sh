#!/usr/bin/env bash
# Inside a folder of its own (see try-windows.sh): every way in which a clerk's Windows differs from a developer's Linux.
# Wine gives Node no pipe that works (EBADF): what is printed goes to a file, and once to a terminal.
set -euo pipefail

folder=$1
work="$folder/办案 资料"
tool='工具 箱'
export IPCASE_AS_OF=2024-06-07
passed=0
printf '\r\n\r\n\r\n' >"$folder/key"

fail() {
  printf 'FAILED %s\n' "$1"
  cat "$folder/out" "$folder/err"
  exit 1
}

# check <what> <expected exit code> <words or a file that must be there> <line for cmd.exe>
check() {
  local what=$1 code=$2 there=$3 status=0
  # As a script of its own: cmd.exe takes quotes off a line that is handed to it. Not with `call`, of which Wine makes
  # every exit code but 0 a 1.
  printf '@%s\r\n' "$4" | iconv -f UTF-8 -t GBK >"$work/line.cmd"
  (cd "$work" && timeout 120 "$WINE" cmd /c line.cmd <"$folder/key" >"$folder/out" 2>"$folder/err") || status=$?
  [ "$status" -eq "$code" ] || fail "$what: exit code $status, wanted $code"
  [ -e "$work/$there" ] || grep -q -- "$there" "$folder/out" "$folder/err" || fail "$what: no $there"
  printf 'ok     %s\n' "$what"
  passed=$((passed + 1))
}

try() {
  local what=$1 code=$2 there=$3
  shift 3
  check "$what" "$code" "$there" "\"$tool\\ipcase.cmd\" $*"
}

# Node's own way to open a file so that nobody else may: what Excel does, and a little more (it lets others read).
hold() {
  cat >"$folder/hold.cjs" <<'JS'
const { constants, openSync, writeFileSync } = require('node:fs')
openSync(process.argv[2], constants.O_RDWR | 0x10000000)
writeFileSync(process.argv[3], '')
setTimeout(() => {}, 60000)
JS
  rm -f "$folder/held"
  "$WINE" "$work/$tool/app/node.exe" "$folder/hold.cjs" "$work/$1" "$folder/held" <"$folder/key" >"$folder/hold.out" 2>&1 &
  holder=$!
  for _ in $(seq 100); do
    [ -e "$folder/held" ] && return
    sleep 0.2
  done
  fail "$1 could not be opened by somebody else"
}

release() {
  kill "$holder"
  wait "$holder" 2>/dev/null || true
}

timeout 120 "$WINE" reg add 'HKCU\Software\Wine' /v Version /d win10 /f <"$folder/key" >"$folder/out" 2>&1
mkdir -p "$WINEPREFIX/dosdevices/unc/server"
ln -s "$work" "$WINEPREFIX/dosdevices/unc/server/share"
sed 's/$/\r/' "$folder/凌源.csv" >"$work/六月 凌源.csv"
drive="Z:${work//\//\\}"

echo '-- the program and its paths'
try 'the program says its version' 0 '^0\.' --version
try 'a GBK log by a Chinese path with spaces' 0 '8 件案件' validate '"六月 凌源.csv"'
try 'its table on the screen' 0 '端午节假期' report '"六月 凌源.csv"'
try 'a drive letter and backslashes' 0 '8 件案件' validate "\"$drive\\六月 凌源.csv\""
try 'a network path' 0 '8 件案件' validate '"\\server\share\六月 凌源.csv"'
check 'the program on a network path' 0 '8 件案件' "\"\\\\server\\share\\$tool\\ipcase.cmd\" validate \"六月 凌源.csv\""
try 'a glob without a shell' 0 '8 件案件' validate '"六月*.csv"'
try 'a glob behind a drive letter' 0 '8 件案件' validate "\"$drive\\六*.csv\""
try 'a glob on a network path' 0 '8 件案件' validate '"\\server\share\六*.csv"'
try 'line ends of Windows stay' 0 '六月 凌源-编号.csv' number '"六月 凌源.csv"'
[ "$(grep -c $'\r$' "$work/六月 凌源-编号.csv")" -eq "$(grep -c '' "$work/六月 凌源.csv")" ] || fail 'line ends were changed'
rm "$work/六月 凌源-编号.csv"
try 'the empty ledger is a nil return' 0 '本期无案件' report "\"$tool\\空白台账.xlsx\"" --unit 凌源市
try 'the sample ledger' 0 '8 件案件' validate "\"$tool\\示例台账.csv\""
long=$(printf '很长的文件夹名称%.0s' 1 2 3 4 5 6 7 8)
try 'a path of more than 260 characters' 0 "$long/$long/$long/$long/$long/表.xlsx" \
  report '"六月 凌源.csv"' -o "\"$long\\$long\\$long\\$long\\$long\\表.xlsx\""
rm -rf "${work:?}/$long"

echo '-- a console of each code page'
for page in 936 65001; do
  printf '@chcp %s\r\n@call "%s\\ipcase.cmd" explain url-missing\r\n' "$page" "$tool" | iconv -f UTF-8 -t GBK >"$work/line.cmd"
  (cd "$work" && timeout 60 script -qec "stty cols 100; '$WINE' cmd /c line.cmd" "$folder/out" <"$folder/key" >/dev/null)
  grep -q "$page" "$folder/out" && grep -q '没有网址无从查证' "$folder/out" || fail "code page $page"
  printf 'ok     Chinese on a console of code page %s\n' "$page"
  passed=$((passed + 1))
done

echo '-- the two scripts that files are dropped on'
check 'nothing dropped: how to use it' 2 '拖到这个图标上' "\"$tool\\核对.cmd\""
check 'checking what is dropped' 0 '六月 凌源-问题.xlsx' "\"$tool\\核对.cmd\" \"$drive\\六月 凌源.csv\""
LC_ALL=C grep -qaF "$(printf 任意键 | iconv -t GBK)" "$folder/out" || fail 'the window does not wait'
check 'checking it again keeps the former list' 0 '六月 凌源-问题.上一次.xlsx' "\"$tool\\核对.cmd\" \"$drive\\六月 凌源.csv\""
cp "$work/六月 凌源.csv" "$work/七月.csv"
check 'several dropped at once: a list for each' 0 '七月-问题.xlsx' "\"$tool\\核对.cmd\" \"$drive\\六月 凌源.csv\" \"$drive\\七月.csv\""
check 'a table of what is dropped' 0 '六月 凌源-统计表.xlsx' "\"$tool\\出表.cmd\" \"$drive\\六月 凌源.csv\""
check 'a table that is there already is not replaced' 3 '已经有了' "\"$tool\\出表.cmd\" \"$drive\\六月 凌源.csv\""
check 'several dropped at once: a table for each' 3 '七月-统计表.xlsx' "\"$tool\\出表.cmd\" \"$drive\\六月 凌源.csv\" \"$drive\\七月.csv\""
mkdir "$work/各所"
mv "$work/七月.csv" "$work/各所"
check 'a folder dropped: a table beside it' 0 '各所-统计表.xlsx' "\"$tool\\出表.cmd\" \"$drive\\各所\""

echo '-- what refuses'
chmod a-w "$work/各所"
check 'a read-only folder says so' 3 '没有写入权限' "\"$tool\\核对.cmd\" \"$drive\\各所\\七月.csv\""
grep -q '复制到桌面上再拖' "$folder/out" || fail 'a read-only folder: no way out'
chmod u+w "$work/各所"
chmod -R a-w "$work/$tool"
try 'a program in a read-only folder works' 0 '8 件案件' validate '"六月 凌源.csv"'
chmod -R u+w "$work/$tool"
hold '六月 凌源-统计表.xlsx'
try 'a table that is open elsewhere is not replaced' 3 '关闭该文件' report '"六月 凌源.csv"' -o '"六月 凌源-统计表.xlsx"' --force
release
hold '六月 凌源-问题.xlsx'
check 'a list that is open elsewhere' 3 '关闭该文件' "\"$tool\\核对.cmd\" \"$drive\\六月 凌源.csv\""
release
hold '六月 凌源.csv'
try 'a ledger that nobody else may read' 3 '正被其他程序占用' validate '"六月 凌源.csv"'
release

echo '-- ten minutes from ledger to sent table'
iconv -f GBK -t UTF-8 "$work/六月 凌源.csv" |
  sed -e 's#2024/5/16#2024/5/36#' -e 's#https://www.lingyuan[^,]*##' | iconv -f UTF-8 -t GBK >"$work/台账.csv"
cp "$work/六月 凌源.csv" "$work/改好.csv"
source "$folder/ten-minutes.sh"
ten_minutes
printf '%s passed, 0 failed\n' "$passed"
