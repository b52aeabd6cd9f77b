package tradelake.claims;

/**
 * A sum of trade that a definition asks for, self trade left out.
 *
 * @param flow X, M or XM
 * @param filled whether partners' reports stand in for reporters without any dataset
 */
record Cell(Side reporters, Side partners, String flow, String product, int year, boolean filled) {
    @Override
    public String toString() {
        return "%s %d of %s with %s in %s%s"
                .formatted(flow, year, reporters, partners, product, filled ? ", mirror filled" : "");
    }
}
