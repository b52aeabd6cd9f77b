/** One HTML file that shows a published run: figures declared as data, answered in SQL from the snapshot, drawn by one script. */
package tradelake.report;
