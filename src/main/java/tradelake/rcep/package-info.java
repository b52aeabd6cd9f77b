/** Gold: trade of pairs before and after RCEP, as structural-gravity estimates and event studies; no causal claim. */
package tradelake.rcep;
