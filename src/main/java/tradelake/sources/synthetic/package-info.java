/**
 * A made-up world that trades, and the files it would publish: UN Comtrade's real formats, seeded, of any size. Only the
 * reporters' yearly totals are real, where a control total is known; who trades what with whom is invented.
 */
package tradelake.sources.synthetic;
