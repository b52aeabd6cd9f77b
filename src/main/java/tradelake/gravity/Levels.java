package tradelake.gravity;

import java.util.Arrays;
import java.util.List;

/** The names of the levels of a factor, by code; those of a crossing are put together only when asked for. */
public interface Levels {
    int size();

    String name(int code);

    static Levels of(List<String> names) {
        List<String> fixed = List.copyOf(names);
        return new Levels() {
            @Override
            public int size() {
                return fixed.size();
            }

            @Override
            public String name(int code) {
                return fixed.get(code);
            }
        };
    }

    /** Numbers as levels: 2019, not 2019.0. */
    static Levels of(double[] values) {
        return new Levels() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public String name(int code) {
                double value = values[code];
                return value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
            }
        };
    }

    /** Levels that are pairs of other levels, such as CHN^2019. */
    default Levels with(Levels other, int[] mine, int[] theirs) {
        return new Levels() {
            @Override
            public int size() {
                return mine.length;
            }

            @Override
            public String name(int code) {
                return Levels.this.name(mine[code]) + "^" + other.name(theirs[code]);
            }
        };
    }

    /** Those that are left, in their order. */
    default Levels take(int[] kept) {
        int[] codes = Arrays.copyOf(kept, kept.length);
        return new Levels() {
            @Override
            public int size() {
                return codes.length;
            }

            @Override
            public String name(int code) {
                return Levels.this.name(codes[code]);
            }
        };
    }
}
