package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.util.Optional;

/**
 * Brings two reports of one flow to one value:
 *
 * <pre>Mfob  = CIF / (1 + rate)
 * value = w X + (1 - w) Mfob        w = s(m)^2 / (s(x)^2 + s(m)^2)</pre>
 *
 * in current USD FOB, where s is the {@link Reliability} of the exporter (x) and of the importer (m). A flow that one side
 * reports is that report, an importer's brought to FOB.
 *
 * @param version counts estimations; a value is a function of the version and of the two reports
 * @param estimatedOn day of the estimation, ISO 8601
 */
public record MirrorModel(int version, String estimatedOn, CifModel cif, Reliability reliability, Limits limits)
        implements Serializable {

    public double cifRate(PairGeography geography, double medianUnitValue, int year) {
        double rate = cif.rate(geography, medianUnitValue, year);
        return Math.min(Math.max(rate, limits.lowestRate()), limits.highestRate());
    }

    public Reconciled reconcile(MirrorFlow flow) {
        double rate = cifRate(flow.geography(), flow.medianUnitValue(), flow.year());
        double weight = exportWeight(flow.exporter(), flow.importer());
        double exported = flow.export().map(Report::usd).orElse(Double.NaN);
        double imported =
                flow.imported().map(report -> report.usd() / (1 + rate)).orElse(Double.NaN);
        Source source = Source.of(flow);
        double value =
                switch (source) {
                    case BOTH -> weight * exported + (1 - weight) * imported;
                    case EXPORTER -> exported;
                    case IMPORTER -> imported;
                };
        return new Reconciled(rate, imported, weight, value, source);
    }

    /** Between 0 and 1: how much the exporter's report counts. */
    double exportWeight(String exporter, String importer) {
        double ofExporter = reliability.ofExporter(exporter, limits.smallestGap());
        double ofImporter = reliability.ofImporter(importer, limits.smallestGap());
        double squared = ofImporter * ofImporter;
        return squared / (ofExporter * ofExporter + squared);
    }

    /** Counts the gap of a flow that both sides report, imports brought to FOB by this model. */
    public void addGap(MirrorFlow flow, MirrorGaps gaps) {
        Optional<Report> export = flow.export();
        if (!flow.hasBoth()) return;
        gaps.add(
                flow.exporter(),
                flow.importer(),
                flow.product(),
                flow.year(),
                export.orElseThrow().usd(),
                reconcile(flow).importFob());
    }

    /** The same rates with another reliability. */
    public MirrorModel with(Reliability other) {
        return new MirrorModel(version, estimatedOn, cif, other, limits);
    }
}
