#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command inside a desktop of its own: display (Xvfb), session bus, accessibility bus, runtime folder.
# Nothing of the person's own session is seen or touched.
set -euo pipefail
if [ "${AUTOCHAIN_DESKTOP:-}" = inside ]; then
  /usr/libexec/at-spi-bus-launcher --launch-immediately &
  launcher=$!
  trap 'kill $launcher 2>/dev/null || true' EXIT
  sleep 0.3
  "$@"
  exit $?
fi
runtime=$(mktemp -d)
chmod 700 "$runtime"
trap 'rm -rf "$runtime"' EXIT
env -u DISPLAY -u WAYLAND_DISPLAY AUTOCHAIN_DESKTOP=inside XDG_RUNTIME_DIR="$runtime" \
  QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QUICK_BACKEND=software LIBGL_ALWAYS_SOFTWARE=1 \
  LANG=C.UTF-8 LC_ALL=C.UTF-8 NO_AT_BRIDGE=0 \
  xvfb-run -a -s "-screen 0 1440x900x24 -noreset" dbus-run-session -- "$0" "$@"
