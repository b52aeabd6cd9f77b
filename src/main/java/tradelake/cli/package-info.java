/** The command line: commands, their options, what they print, and the Spark session they run on. */
package tradelake.cli;
