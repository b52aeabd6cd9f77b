/** How a column, a table, a job, a run and its manifest are declared. No word about trade here. */
package tradelake.lake;
