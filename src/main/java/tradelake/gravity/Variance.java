package tradelake.gravity;

/**
 * How the variance of the coefficients is estimated. With x~ the mu-weighted residual of x on the fixed effects,
 * V0 = (sum mu x~x~')^-1, s_i = x~_i (y_i - mu_i):
 * <pre>
 * classical  V0
 * robust     V0 (sum_i s_i s_i') V0
 * clustered  V0 (sum_g s_g s_g') V0, s_g the sum of s_i in g; several clusters by inclusion and exclusion
 * </pre>
 * (Cameron, Gelbach and Miller 2011), each times the factor of a {@link SmallSample} rule.
 */
public enum Variance {
    classical,
    robust,
    clustered
}
