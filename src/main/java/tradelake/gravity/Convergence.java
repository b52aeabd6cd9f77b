package tradelake.gravity;

/**
 * How a fit came to its end.
 *
 * @param iterations of reweighting
 * @param inner steps of conjugate gradients in them
 * @param converged whether the last step was smaller than the tolerance
 */
public record Convergence(int iterations, long inner, boolean converged, double seconds) {}
