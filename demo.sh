#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Five services on Quarkus and Helidon, three requests, three traces. Builds what has changed, then runs dev.hopline.demo.Demo.
set -eu
cd "$(dirname "$0")"

log=demo/target/build.log
built=demo/target/built

usage() {
  cat <<'EOF'
usage: ./demo.sh [--keep] [--port=18081]

  --keep   go on until Ctrl-C and print each trace that comes in
  --port   the port of the first of five services, the others follow

With OTEL_EXPORTER_OTLP_ENDPOINT set, the spans go there and nowhere else.
EOF
}

fail() {
  echo "demo: $*" >&2
  exit 1
}

require_jdk() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  version=$("${java}c" -version 2>&1) || fail "no JDK found: install Java 17 or newer, or set JAVA_HOME"
  major=$(echo "$version" | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ] || fail "JDK 17 or newer is needed, this is $version: set JAVA_HOME"
}

# Not without a JDK for Helidon: one may have been installed since.
is_built() {
  [ -f "$built" ] && [ -s helidon-sample/target/java-home ] &&
    [ -f quarkus-sample/target/quarkus-app/quarkus-run.jar ] &&
    [ -f helidon-sample/target/hopline-helidon-sample.jar ] &&
    [ -z "$(find pom.xml .mvn ./*/pom.xml ./*/src -path '*/src/test' -prune -o -type f -newer "$built" -print)" ]
}

build() {
  echo "Building; the first time Maven also downloads what it needs"
  mkdir -p demo/target
  start=$(date +%s)
  # The checks are left to `./mvnw verify`.
  { ./mvnw -B -ntp -Dstyle.color=never -Dspotless.check.skip -Dcheckstyle.skip -DskipTests \
    -pl demo -am package 2>&1 || echo 'demo: failed'; } | tee "$log" |
    awk '/^\[INFO\] Building Hopline/ { sub(/^\[INFO\] Building /, "  "); print; fflush() }'
  if grep -q '^demo: failed$' "$log"; then
    grep '^\[ERROR\]' "$log" | head -n 10 >&2
    fail "the build failed, all of it is in $log"
  fi
  touch "$built"
  echo "Built in $(($(date +%s) - start)) s"
}

for argument; do
  case $argument in
    -h | --help) usage && exit ;;
    --keep | --port=*) ;;
    *) usage >&2 && exit 2 ;;
  esac
done
require_jdk
is_built || build
exec "$java" -jar demo/target/hopline-demo.jar "$@"
