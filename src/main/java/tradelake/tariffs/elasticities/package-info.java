/** Elasticities as data: what each number means, where it comes from, and how unsure it is. */
package tradelake.tariffs.elasticities;
