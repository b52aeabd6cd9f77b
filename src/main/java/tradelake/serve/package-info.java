/** What analysts touch: the published run as Parquet files and one DuckDB file, and SQL over it without Spark. */
package tradelake.serve;
