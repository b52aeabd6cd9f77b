/**
 * What analysts compute from a table of trade, on numbers and arrays alone. Values are current USD at least 0, results are
 * fractions or ratios, and NaN is a result that is not defined; the class says when.
 */
package tradelake.indicators.measures;
