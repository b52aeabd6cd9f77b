/** Gold: who trades how much with whom, as shares, ranks and indices of groups. */
package tradelake.indicators;
