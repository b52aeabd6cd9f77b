/** The models on a folder of CSV files: anybody's own numbers, without a lake. */
package tradelake.tariffs.simulate;
