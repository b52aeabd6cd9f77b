package tradelake.harmonise;

/** Turns the rows that count, in order, into additive flows: one code tree per flow and partner, one World per flow. */
final class FlowTrees implements CodeTree.Visitor {
    private final FlowSink sink;
    private final CoverageTally coverage;
    private final Excess parts;
    private final Excess partners;
    private final CodeTree tree;
    private final WorldResidual world;
    private PublishedRow latest;
    private boolean ofWhich;

    FlowTrees(String place, Tolerance tolerance, CoverageTally coverage, FlowSink sink) {
        this.sink = sink;
        this.coverage = coverage;
        this.parts = new Excess(place, tolerance, "parts-exceed-total", "parts");
        this.partners = new Excess(place, tolerance, "partners-exceed-world", "partners");
        this.tree = new CodeTree(tolerance, parts, this);
        this.world = new WorldResidual(tolerance, parts, partners);
    }

    void add(PublishedRow row) {
        boolean sameFlow = latest != null && latest.flow().equals(row.flow());
        if (!sameFlow) startFlow(row);
        if (!sameFlow || latest.partner() != row.partner()) startPartner(row);
        latest = row;
        coverage.see(row);
        if (row.isWorld()) addWorld(row);
        else tree.add(row);
    }

    void finish() {
        finishFlow();
        parts.finding().ifPresent(sink::finding);
        partners.finding().ifPresent(sink::finding);
    }

    private void startFlow(PublishedRow row) {
        finishFlow();
        ofWhich = Flow.isOfWhich(row.flow());
    }

    private void startPartner(PublishedRow row) {
        tree.finish();
        coverage.seePartner(row);
    }

    private void finishFlow() {
        tree.finish();
        world.settle(this::addResidual);
    }

    private void addWorld(PublishedRow row) {
        sink.publishedTotal(row);
        if (!ofWhich) world.publish(row);
    }

    @Override
    public void leaf(PublishedRow row) {
        sink.accepted(row, ofWhich);
        if (ofWhich) return;
        coverage.add(row);
        world.allocate(row);
    }

    @Override
    public void total(PublishedRow row) {
        sink.publishedTotal(row);
    }

    @Override
    public void residual(PublishedRow row) {
        if (ofWhich) return;
        addResidual(row);
        world.allocate(row);
    }

    private void addResidual(PublishedRow row) {
        sink.residual(row);
        coverage.add(row);
    }
}
