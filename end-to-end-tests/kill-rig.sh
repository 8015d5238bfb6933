#!/bin/sh
# Kills the whole process tree of a standalone under load (kill -9 for the JVM and its PostgreSQL) at drawn moments, starts
# it again each time, and then looks for every acknowledged command.
#
#   end-to-end-tests/kill-rig.sh [kills] [seed]      20 kills and a drawn seed when left out
#
# Prints one line per kill and at the end: kills, acknowledged, lost, doubled. The exit code is 0 when lost and doubled
# are 0 and the projections equal a rebuild. What each client was told lies in end-to-end-tests/target/kill-rig/.
set -eu
cd "$(dirname "$0")/.."
kills=${1:-20}
seed=${2:-$(date +%s)}
report=end-to-end-tests/target/surefire-reports/no.journeyledger.e2e.EveryAcknowledgedCommandSurvivesKillNineTest-output.txt
rm -f "$report"
./mvnw -q -pl end-to-end-tests -am verify -Dspotless.check.skip=true \
  -Dtest=EveryAcknowledgedCommandSurvivesKillNineTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dledger.kills="$kills" -Dledger.seed="$seed" && ended=0 || ended=$?
test -f "$report" && cat "$report"
exit "$ended"
