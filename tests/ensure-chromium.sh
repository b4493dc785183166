#!/bin/sh
# Finds Chromium for the browser tests, or installs Debian's where that takes no question: as root, with apt-get.
set -eu

found() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

found && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installerer Chromium til nettlesertestene. · Installing Chromium for the browser tests."
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    if apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends chromium >>"$log" 2>&1 && found; then
        exit 0
    fi
    tail -n 20 "$log" >&2
fi

{
    echo "Testene trenger Chromium. På Debian og Ubuntu: sudo apt-get install chromium. Ellers: installer Chromium eller Chrome så 'chromium' eller 'google-chrome' kan startes."
    echo "The tests need Chromium. On Debian and Ubuntu: sudo apt-get install chromium. Elsewhere: install Chromium or Chrome so that 'chromium' or 'google-chrome' can be started."
} >&2
exit 1
