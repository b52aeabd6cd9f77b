/** Gold: figures that reports have published, beside the same figures computed from the lake under each definition. */
package tradelake.claims;
