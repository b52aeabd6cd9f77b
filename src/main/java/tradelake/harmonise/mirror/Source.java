package tradelake.harmonise.mirror;

import java.util.Locale;

/** Who reports a flow. */
public enum Source {
    BOTH,
    EXPORTER,
    IMPORTER;

    static Source of(MirrorFlow flow) {
        if (flow.hasBoth()) return BOTH;
        return flow.export().isPresent() ? EXPORTER : IMPORTER;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
