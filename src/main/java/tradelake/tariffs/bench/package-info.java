/** How long the models take, and on how much memory. */
package tradelake.tariffs.bench;
