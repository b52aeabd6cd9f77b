package tradelake.harmonise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the World rows of one flow hold beyond the partners, as residual rows of the partner {@link PublishedRow#UNALLOCATED}.
 *
 * <p>World's codes are completed upwards to a full tree. A node lacks W - B where World is published, B being what the partners
 * have at it and under it. Where World is not published it lacks what its children lack, less what partners report at
 * the node itself, since those dollars may be the same. From the top down, what a node lacks goes to its children if they
 * lack no more than that in sum, and the rest stays with the node; otherwise all of it stays with the node. So World's
 * TOTAL is met exactly, finer codes are met wherever partners report as finely as World, and nothing is counted twice.
 */
final class WorldResidual {
    private final Tolerance tolerance;
    private final Excess parts;
    private final Excess partners;
    private final Map<String, Node> nodes = new HashMap<>();

    private static final class Node {
        final String code;
        final Node parent;
        final List<Node> children = new ArrayList<>();
        PublishedRow source;
        boolean published;
        double fromPartners;
        double fromPartnersHere;
        double lacking;
        double lackingBelow;

        Node(String code, Node parent, PublishedRow source) {
            this.code = code;
            this.parent = parent;
            this.source = source;
            if (parent != null) parent.children.add(this);
        }
    }

    /**
     * @param parts takes the World rows that their own parts exceed
     * @param partners takes the World rows that the partners exceed
     */
    WorldResidual(Tolerance tolerance, Excess parts, Excess partners) {
        this.tolerance = tolerance;
        this.parts = parts;
        this.partners = partners;
    }

    /** A World row; each code before those under it, and all of them before the partners. */
    void publish(PublishedRow row) {
        Node node = node(row.code(), row);
        node.source = row;
        node.published = true;
    }

    /** A row of the additive flows, of any partner. */
    void allocate(PublishedRow row) {
        if (nodes.isEmpty()) return;
        Node here = nodes.get(row.code());
        if (here != null) here.fromPartnersHere += row.value();
        for (Node node = here != null ? here : nearest(row.code()); node != null; node = node.parent)
            node.fromPartners += row.value();
    }

    /** Ends the flow: hands over its residual rows, and is empty again. */
    void settle(Consumer<PublishedRow> residuals) {
        Node total = nodes.get(HsCode.TOTAL);
        if (total == null) return;
        measure(total);
        place(total, residuals);
        nodes.clear();
    }

    private Node node(String code, PublishedRow source) {
        Node known = nodes.get(code);
        if (known != null) return known;
        Node parent = code.equals(HsCode.TOTAL) ? null : node(HsCode.parent(code), source);
        Node node = new Node(code, parent, source);
        nodes.put(code, node);
        return node;
    }

    private Node nearest(String code) {
        Node node = null;
        for (String above = code; node == null; node = nodes.get(above)) above = HsCode.parent(above);
        return node;
    }

    /** Finds what each node lacks, from the finest up; returns the World dollars at the node and under it. */
    private double measure(Node node) {
        double worldBelow = 0;
        for (Node child : node.children) {
            worldBelow += measure(child);
            node.lackingBelow += child.lacking;
        }
        if (!node.published) {
            node.lacking = beyondTolerance(node.lackingBelow - node.fromPartnersHere, node);
            return worldBelow;
        }
        double world = node.source.value();
        node.lacking = beyondTolerance(world - node.fromPartners, node);
        parts.check(node.source, worldBelow);
        partners.check(node.source, node.fromPartners);
        return Math.max(world, worldBelow);
    }

    private void place(Node node, Consumer<PublishedRow> residuals) {
        if (node.lacking == 0) return;
        double rest = node.lacking - node.lackingBelow;
        boolean fits = beyondTolerance(-rest, node) == 0;
        if (fits) node.children.forEach(child -> place(child, residuals));
        double here = fits ? beyondTolerance(rest, node) : node.lacking;
        if (here > 0) residuals.accept(node.source.residual(PublishedRow.UNALLOCATED, node.code, here));
    }

    private double beyondTolerance(double gap, Node node) {
        double total = node.published ? node.source.value() : node.lackingBelow;
        return tolerance.isExceededBy(gap, total) ? gap : 0;
    }
}
