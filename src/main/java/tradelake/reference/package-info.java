/** Economies, dated groups, HS editions, products and control totals: what is known before any file is read, and replaceable in conf/. */
package tradelake.reference;
