/** How a run tells its story: end tables, a progress bar, plain lines or JSON lines. No word about trade here. */
package tradelake.lake.console;
