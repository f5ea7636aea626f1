#!/bin/sh
# Creates the namespace and Milepost's search attributes where they are missing. Safe to run again.
set -eu

attempts=60
until temporal operator cluster health --address "$TEMPORAL_ADDRESS"; do
  attempts=$((attempts - 1))
  [ "$attempts" -gt 0 ] || { echo "Temporal does not answer at $TEMPORAL_ADDRESS" >&2; exit 1; }
  sleep 2
done

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" --address "$TEMPORAL_ADDRESS" >/dev/null 2>&1; then
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 90d --address "$TEMPORAL_ADDRESS"
fi

# A new namespace takes some seconds to be known everywhere; attributes that exist already are left as they are.
attempts=30
until temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --address "$TEMPORAL_ADDRESS" \
  --name MilepostPhase --type Keyword \
  --name MilepostStatus --type Keyword \
  --name MilepostOverdue --type Bool \
  --name MilepostRung --type Int \
  --name MilepostDueAt --type Datetime \
  --name MilepostDefinition --type Keyword; do
  attempts=$((attempts - 1))
  [ "$attempts" -gt 0 ] || { echo "The search attributes could not be added to $TEMPORAL_NAMESPACE" >&2; exit 1; }
  sleep 2
done
