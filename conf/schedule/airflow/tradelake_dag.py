"""Tradelake every night: fetch what UN Comtrade has published since, then refresh the lake on a Spark cluster.

Needs the providers apache-airflow-providers-apache-spark and -standard, a connection spark_default, and the variable
tradelake_key with the subscription key. The input is a folder that the workers and the cluster both see.
"""

from __future__ import annotations

import glob
from datetime import datetime, timedelta, timezone

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.providers.standard.operators.bash import BashOperator

HOME = "/opt/tradelake"
INPUT = "/data/tradelake/input"
LAKE = "s3a://trade/lake"

with DAG(
    dag_id="tradelake",
    description="Regional shares from UN Comtrade",
    schedule="30 2 * * *",
    start_date=datetime(2025, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=30), "retry_exponential_backoff": True},
) as dag:
    # A damaged file (1) or a server that is down (75) ends the task; it is tried again and goes on where it stopped.
    fetch = BashOperator(
        task_id="fetch",
        bash_command=(
            f"{HOME}/bin/tradelake fetch {INPUT} --reporters RCEP --log-format json "
            "--years {{ data_interval_end.year - 5 }}-{{ data_interval_end.year - 1 }}"
        ),
        env={"TRADELAKE_COMTRADE_KEY": "{{ var.value.tradelake_key }}"},
        append_env=True,
    )
    # all_done: what came before is refreshed when UN Comtrade is down.
    refresh = SparkSubmitOperator(
        task_id="refresh",
        conn_id="spark_default",
        application=f"{HOME}/target/tradelake-0.1.0.jar",
        java_class="tradelake.cli.Main",
        jars=",".join(
            jar
            for name in ("delta", "picocli", "config", "progressbar", "duckdb", "jline", "poi")
            for jar in sorted(glob.glob(f"{HOME}/target/lib/{name}*.jar"))
        ),
        application_args=["refresh", "--input", INPUT, "--lake", LAKE, "--log-format", "json"],
        trigger_rule="all_done",
    )
    fetch >> refresh
