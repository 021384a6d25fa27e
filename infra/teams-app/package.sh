#!/usr/bin/env bash
# Packs the Teams app: ./package.sh <app id> <domain>
# The app id is that of the bot's registration (MicrosoftAppId); the domain is where the bot answers, without https://.
# Makes coordinatorbot.zip here, to upload in the Teams admin centre or under Apps > Manage your apps.
set -euo pipefail

app=${1:-} domain=${2:-}
guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
name='^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$'
if ! [[ $app =~ $guid && $domain =~ $name ]]; then
  echo "usage: $0 <app id> <domain>    such as: $0 11111111-2222-3333-4444-555555555555 bot.city.example" >&2
  exit 2
fi
command -v zip >/dev/null || { echo "zip is needed to pack the app." >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
out=${OUT:-$PWD}/coordinatorbot.zip
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e "s/00000000-0000-0000-0000-000000000000/$app/g" -e "s/coordinator\.example/$domain/g" "$here/manifest.json" >"$work/manifest.json"
cp "$here/color.png" "$here/outline.png" "$work/"
rm -f "$out"
(cd "$work" && zip -q -X "$out" manifest.json color.png outline.png)
echo "$out"
