"""Kindred as one task of Airflow: published, to be tried again, or failed for good."""

import subprocess
from datetime import timedelta

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.sdk import dag, task

# What passes by itself: an extract that is late, something not available, a workspace that is held.
TRY_AGAIN = {66, 69, 75}


@dag(
    schedule="30 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/London"),
    catchup=False,
    max_active_runs=1,
)
def kindred():
    @task(retries=8, retry_delay=timedelta(minutes=15))
    def nightly_run(as_of: str):
        # The date comes from the schedule, never from the clock, so that a night can be run again.
        done = subprocess.run(
            ["kindred", "run", "/etc/kindred/yourshire", "--as-of", as_of, "--log-format", "json"],
            check=False,
        )
        if done.returncode in TRY_AGAIN:
            raise AirflowException(f"exit {done.returncode}: to be tried again")
        if done.returncode != 0:
            raise AirflowFailException(f"exit {done.returncode}: not published")

    nightly_run("{{ data_interval_start | ds }}")


kindred()
