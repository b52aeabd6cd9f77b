package tradelake.claims;

import java.util.OptionalDouble;

/** What the lake holds of the cells that definitions ask for. */
interface Trade {
    /** Current USD; empty where no reporter has such trade in that year: no data is not nothing. */
    OptionalDouble usd(Cell cell);
}
