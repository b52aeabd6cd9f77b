/** Gold: what is computed of one year's trade among all economies at once, by chapter; a pass over the flows for all tables. */
package tradelake.indicators.yearly;
