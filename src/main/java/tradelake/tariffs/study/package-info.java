/** Scenarios on the lake's own trade: who pays which rate, and what the models say that moves. */
package tradelake.tariffs.study;
