/** Silver: what publishers gave, made additive, so that a SUM is right whatever it is grouped by. */
package tradelake.harmonise;
