#!/bin/sh
# Copies what one service needs to run, besides packages, out of a built checkout: collect-files.sh services/registry /files
set -eu
service=$1
out=$2
mkdir -p "$out"
cp -r --parents package.json libs/*/package.json libs/*/dist libs/platform/otel.mjs "$service/package.json" "$service/dist" "$out"
# Creating databases and topics, which any image can do.
cp -r --parents infra/local/package.json infra/local/src infra/kafka/topics.json infra/postgres/databases.json "$out"
if [ "$service" = services/window/server ]; then
  cp -r --parents services/window/client/dist countries/*/*.json "$out"
fi
