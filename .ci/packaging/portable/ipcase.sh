#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/app/node" "$here/app/bin/ipcase.js" "$@"
