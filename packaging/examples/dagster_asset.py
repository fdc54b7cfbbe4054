"""Kindred as an asset of Dagster, with the counts of its stages as metadata."""

import json
import os
import subprocess
from pathlib import Path

from dagster import (
    AssetExecutionContext,
    Backoff,
    DailyPartitionsDefinition,
    Failure,
    MaterializeResult,
    RetryPolicy,
    RetryRequested,
    asset,
)

TRY_AGAIN = {66, 69, 75}


@asset(
    partitions_def=DailyPartitionsDefinition("2026-01-01", timezone="Europe/London"),
    retry_policy=RetryPolicy(max_retries=8, delay=900, backoff=Backoff.LINEAR),
)
def kindred_run(context: AssetExecutionContext) -> MaterializeResult:
    done = subprocess.run(
        ["kindred", "run", "/etc/kindred/yourshire", "--as-of", context.partition_key],
        check=False,
    )
    if done.returncode in TRY_AGAIN:
        raise RetryRequested(seconds_to_wait=900)
    if done.returncode != 0:
        raise Failure(f"exit {done.returncode}: not published", allow_retries=False)
    live = Path(os.environ["KINDRED_WORKSPACE"]) / "current" / "run_results.json"
    results = json.loads(live.read_text())
    counts = {
        f"{stage['unique_id']}/{name}": count
        for stage in results["results"]
        for name, count in stage["counts"].items()
    }
    return MaterializeResult(metadata={"run": results["run"], **counts})
