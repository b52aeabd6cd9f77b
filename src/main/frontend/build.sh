#!/bin/sh
# Bundles the report's script into src/main/resources and writes down what it was made of. Needs `npm ci --ignore-scripts` before.
set -eu
cd "$(dirname "$0")"
out=../resources/tradelake/report
mkdir -p "$out/licences"
node_modules/.bin/esbuild src/main.js --bundle --minify --format=iife --target=es2020 --charset=ascii --legal-comments=none --outfile="$out/report.js"

cp node_modules/echarts/LICENSE "$out/licences/echarts-LICENSE.txt"
cp node_modules/echarts/NOTICE "$out/licences/echarts-NOTICE.txt"
cp node_modules/zrender/LICENSE "$out/licences/zrender-LICENSE.txt"
cp node_modules/tslib/LICENSE.txt "$out/licences/tslib-LICENSE.txt"

version() { node -p "require('./node_modules/$1/package.json').version"; }
hash() { sha256sum | cut -d ' ' -f 1; }
cat > "$out/bundle.properties" <<PROPERTIES
# Written by src/main/frontend/build.sh; a test compares the hashes with the files.
echarts=$(version echarts)
zrender=$(version zrender)
tslib=$(version tslib)
esbuild=$(version esbuild)
bundle.sha256=$(hash < "$out/report.js")
sources.sha256=$(find src -name '*.js' | LC_ALL=C sort | xargs cat | hash)
PROPERTIES

# The checker of accessibility that the browser test puts into the page; no part of the product.
axe=../../test/resources/tradelake/report/axe
mkdir -p "$axe"
cp node_modules/axe-core/axe.min.js node_modules/axe-core/LICENSE node_modules/axe-core/LICENSE-3RD-PARTY.txt "$axe/"
cat > "$axe/axe.properties" <<PROPERTIES
# Written by src/main/frontend/build.sh; axe-core, Mozilla Public License 2.0.
version=$(version axe-core)
sha256=$(hash < "$axe/axe.min.js")
PROPERTIES
