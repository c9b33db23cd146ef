#!/usr/bin/env bash
# The package as somebody gets it on a stick: only the tarball, a fresh folder, an ordinary user, no network.
# Needs the tarball that `npm run pack:release` makes.
# `try-linux.sh --inside <folder>` is the half that runs there.
set -euo pipefail

if [ "${1-}" != --inside ]; then
  cd "$(dirname "$0")/../.."
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  cp release/ipcase-*.tgz .ci/packaging/try-linux.sh .ci/packaging/ten-minutes.sh "$folder"
  cp fixtures/programmes/chaoyang/凌源市.csv "$folder/凌源.csv"
  .ci/packaging/alone.sh "$folder" env -i PATH="$PATH" HOME="$folder" LC_ALL=C.UTF-8 \
    bash "$folder/try-linux.sh" --inside "$folder"
  exit
fi

folder=$2
work="$folder/办案 资料"
export IPCASE_AS_OF=2024-06-07
passed=0

fail() {
  printf 'FAILED %s\n' "$1"
  cat "$folder/out"
  exit 1
}

try() { # try <what> <expected exit code> <words or a file that must be there> <words after `ipcase`...>
  local what=$1 code=$2 there=$3 status=0
  shift 3
  (cd "$work" && "$folder/installed/bin/ipcase" "$@" >"$folder/out" 2>&1) || status=$?
  [ "$status" -eq "$code" ] || fail "$what: exit code $status, wanted $code"
  [ -e "$work/$there" ] || grep -q -- "$there" "$folder/out" || fail "$what: no $there"
  printf 'ok     %s\n' "$what"
  passed=$((passed + 1))
}

cd "$folder"
npm install --global --offline --no-audit --no-fund --prefix "$folder/installed" ./ipcase-*.tgz 2>&1 | tee "$folder/out"
! grep -qi warn "$folder/out" || fail 'npm has something to warn of'
mkdir "$work"
iconv -f GBK -t UTF-8 凌源.csv |
  sed -e 's#2024/5/16#2024/5/36#' -e 's#https://www.lingyuan[^,]*##' -e 's/$/\r/' |
  iconv -f UTF-8 -t GBK >"$work/台账.csv"
sed 's/$/\r/' 凌源.csv >"$work/改好.csv"
try 'the program says its version' 0 '^0\.' --version
source "$folder/ten-minutes.sh"
ten_minutes
printf '%s passed, 0 failed\n' "$passed"
