/** Scenarios as files: which tariffs, on which day, seen by which models. */
package tradelake.tariffs.scenarios;
