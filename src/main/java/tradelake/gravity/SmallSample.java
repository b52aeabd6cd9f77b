package tradelake.gravity;

/**
 * The factor by which a variance is enlarged, with N rows, G clusters (of several clusterings the fewest), K coefficients:
 * <pre>
 *           classical      robust    clustered
 * stata     1              N/(N-1)   G/(G-1)                  as ppmlhdfe
 * fixest    (N-1)/(N-K)    N/(N-K)   G/(G-1) (N-1)/(N-K)      as fixest 0.12 by default
 * none      1              1         1
 * </pre>
 * K counts regressors and levels of the effects, one level less for each effect after the first; an effect nested in a
 * cluster counts for nothing.
 */
public enum SmallSample {
    stata {
        @Override
        double factor(Variance variance, double n, double k, double g) {
            return switch (variance) {
                case classical -> 1;
                case robust -> n / (n - 1);
                case clustered -> g / (g - 1);
            };
        }
    },
    fixest {
        @Override
        double factor(Variance variance, double n, double k, double g) {
            return switch (variance) {
                case classical -> (n - 1) / (n - k);
                case robust -> n / (n - k);
                case clustered -> g / (g - 1) * (n - 1) / (n - k);
            };
        }
    },
    none {
        @Override
        double factor(Variance variance, double n, double k, double g) {
            return 1;
        }
    };

    abstract double factor(Variance variance, double n, double k, double g);
}
