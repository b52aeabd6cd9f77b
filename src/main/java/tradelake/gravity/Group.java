package tradelake.gravity;

/** A fixed effect or a cluster by name. */
record Group(String name, Factor factor) {
    Group take(int[] rows) {
        return new Group(name, factor.take(rows));
    }

    int size() {
        return factor.size();
    }
}
