#!/bin/sh
# Rebuilds app/web/static/vendor from the pinned packages. For developers; the product never needs node.
set -eu
cd "$(dirname "$0")"
vendor=../app/web/static/vendor

npm ci --ignore-scripts --no-audit --no-fund
node_modules/.bin/sass --load-path=node_modules --style=compressed --no-source-map \
  --no-charset scss/govuk.scss "$vendor/govuk.css"
# Source maps stay here, so the pointers to them would only be 404s.
strip='s,//# sourceMappingURL=.*$,,'
sed "$strip" node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js > "$vendor/govuk-frontend.min.js"
sed "$strip" node_modules/htmx.org/dist/htmx.min.js > "$vendor/htmx.min.js"
(cd "$vendor" && sha384sum govuk.css govuk-frontend.min.js htmx.min.js > SHA384SUMS)
