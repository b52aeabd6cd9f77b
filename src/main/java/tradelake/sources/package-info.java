/** One reader per published format, the first pass over each file, and the Spark source that serves its rows. */
package tradelake.sources;
