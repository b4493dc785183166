#!/bin/sh
# Finds what veraPDF runs on, or installs Debian's where that takes no question: as root, with apt-get.
set -eu

found() {
    command -v java >/dev/null 2>&1 && [ -e /usr/share/java/jaxb-api.jar ]
}

found && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installerer Java til veraPDF. · Installing Java for veraPDF."
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    if apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends openjdk-17-jre-headless libjaxb-java >>"$log" 2>&1 && found; then
        exit 0
    fi
    tail -n 20 "$log" >&2
fi

{
    echo "veraPDF trenger Java og JAXB. På Debian og Ubuntu: sudo apt-get install openjdk-17-jre-headless libjaxb-java."
    echo "veraPDF needs Java and JAXB. On Debian and Ubuntu: sudo apt-get install openjdk-17-jre-headless libjaxb-java."
} >&2
exit 1
