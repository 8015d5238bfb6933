#!/bin/sh
# Tells a ledger of three processes of synthetic citizens, by commands, and then times every question about the portfolio over
# HTTP while more citizens arrive.
#
#   end-to-end-tests/portfolio-rig.sh [citizens] [folder]      100000 and end-to-end-tests/target/portfolio when left out
#
# Some 55 events a citizen; 100 000 citizens take about an hour on two cores and 10 GB of disk. The folder is kept: a rig that
# is run again on the same day adds only the citizens it does not have.
set -eu
cd "$(dirname "$0")/.."
citizens=${1:-100000}
folder=${2:-end-to-end-tests/target/portfolio}
case $folder in /*) ;; *) folder=$PWD/$folder ;; esac
report=end-to-end-tests/target/surefire-reports/no.journeyledger.e2e.ALargePortfolioTest-output.txt
rm -f "$report"
./mvnw -q -pl end-to-end-tests -am verify -Dspotless.check.skip=true -Dtest.jit= \
  -Dtest=ALargePortfolioTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dpopulation.citizens="$citizens" -Dpopulation.folder="$folder" && ended=0 || ended=$?
test -f "$report" && grep -v ' INFO ' "$report"
exit "$ended"
