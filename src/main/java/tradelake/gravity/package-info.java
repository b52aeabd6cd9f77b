/** Poisson pseudo-maximum likelihood with high-dimensional fixed effects: plain Java on arrays, carried by Spark ML. */
package tradelake.gravity;
