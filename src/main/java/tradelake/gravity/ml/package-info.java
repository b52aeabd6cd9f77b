/** The estimator of {@link tradelake.gravity} as Spark ML has it: params, transform, persistence, pipelines. */
package tradelake.gravity.ml;
