#!/usr/bin/env bash
# alone.sh <folder> <command...>: runs the command as an ordinary user who owns the folder, and without a network.
# Where the machine allows neither (a container without rights, somebody who is not root), it says so and goes on.
set -euo pipefail

folder=$1
shift
as=()
if unshare --net true 2>/dev/null; then
  as+=(unshare --net)
else
  echo 'NOT SHOWN: the network cannot be cut off here, so nothing proves that none is needed.' >&2
fi
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$folder"
  chown -R nobody "$folder"
  as+=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
exec "${as[@]}" env HOME="$folder" "$@"
