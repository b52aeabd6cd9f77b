package tradelake.claims;

import java.util.List;

/** The claims that gold.claims is about, by id. */
public record Claims(List<Claim> all) {
    /** Every sum of trade that some definition asks for, once. */
    List<Cell> cells() {
        return all.stream()
                .flatMap(claim -> claim.definitions().values().stream())
                .flatMap(Definition::cells)
                .distinct()
                .toList();
    }

    List<Result> evaluate(Trade trade, boolean synthetic) {
        return all.stream()
                .flatMap(claim -> claim.evaluate(trade, synthetic).stream())
                .toList();
    }
}
