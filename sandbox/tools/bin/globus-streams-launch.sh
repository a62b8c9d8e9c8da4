#!/bin/sh
exec node "$(dirname "$0")/../launch.mjs" "$@"
