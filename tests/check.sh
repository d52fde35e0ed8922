#!/usr/bin/env bash
# Every check of the project, with all set-up on a fresh machine.
#   bash tests/check.sh              all: format, lint, types, imports and all tests
#   bash tests/check.sh fast         all but the tests that are slow or need a browser, a server or a database (tests/conftest.py)
#   bash tests/check.sh tests/data   all but other tests; any further arguments are pytest's
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONDONTWRITEBYTECODE # each server and each worker would compile everything anew

# Python's packages, once for each change of what is wanted. The app's own have hashes, which pip wants for all of a run or for none.
[ -x .venv/bin/python ] || python3 -m venv .venv
if ! cat requirements.lock requirements-dev.txt | cmp -s - .venv/installed.txt; then
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
  cat requirements.lock requirements-dev.txt >.venv/installed.txt
fi

has_chromium() { [ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell || command -v chromium || command -v google-chrome; } >/dev/null
has_office() { command -v soffice; } >/dev/null
has_postgresql() { compgen -G "/usr/lib/postgresql/*/bin/initdb" && command -v psql; } >/dev/null
has_nginx() { command -v nginx; } >/dev/null
has_r() { command -v Rscript; } >/dev/null
has_spelling() { hunspell -l -d sv_SE </dev/null && hunspell -l -d en_GB </dev/null; } >/dev/null 2>&1

# Install a package of Debian, where that is possible.
install() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
  [ -n "${updated:-}" ] || apt-get update -qq
  updated=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null || true
}

leave_out=""
has_spelling || install --no-install-recommends hunspell hunspell-sv hunspell-en-gb
has_spelling || leave_out="tests/project/test_spelling.py"
if [ "${1:-}" = fast ]; then
  shift
  set -- --fast "$@"
else
  # The programs that the tests drive. Without Chromium they fail; tests of the others are left out where they cannot be had.
  has_chromium || install chromium-headless-shell
  has_chromium || .venv/bin/playwright install chromium
  has_office || install --no-install-recommends libreoffice-calc-nogui
  has_postgresql || install --no-install-recommends postgresql
  has_nginx || install --no-install-recommends nginx-light
  has_office || leave_out="$leave_out tests/spreadsheet"
  has_postgresql || leave_out="$leave_out tests/data/sources/test_database.py tests/browser/test_databases.py tests/browser/test_replicas.py"
  has_r || leave_out="$leave_out tests/components/api/test_example_in_r.py" # not installed here, which takes minutes
  has_nginx || leave_out="$leave_out tests/deploy/test_nginx.py tests/browser/test_cut_off.py tests/browser/test_not_live.py tests/browser/test_replicas.py"
  .venv/bin/python -m tests.project.readability
fi
for tests in $leave_out; do
  echo "LibreOffice, PostgreSQL, nginx, hunspell or R is not here: $tests is left out."
  set -- --ignore "$tests" "$@"
done

.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/biome check
.venv/bin/djlint --lint --quiet .
.venv/bin/lint-imports --no-cache
.venv/bin/mypy
# By whole files and in their order, so that what a file's tests share is made once. More workers than there are cores if there are browser
# tests, which often wait.
workers=$(.venv/bin/python -c "import os, sys; print(min((1 if '--fast' in sys.argv else 2) * (os.cpu_count() or 1), 4))" "$@")
.venv/bin/pytest -n "$workers" --dist loadfile --no-loadscope-reorder "$@"
