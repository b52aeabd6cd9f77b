package tradelake.harmonise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradelake.lake.Finding;

/** Runs rows through {@link AdditiveFlows} and keeps all that comes out. */
final class Recorded implements FlowSink {
    final List<PublishedRow> flows = new ArrayList<>();
    final List<PublishedRow> ofWhich = new ArrayList<>();
    final List<PublishedRow> residuals = new ArrayList<>();
    final List<PublishedRow> totals = new ArrayList<>();
    final List<PublishedRow> quarantine = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<PublishedRow, List<Reason>> fates = new HashMap<>();
    final Tally tally = new Tally();
    final ReporterYearFacts facts;

    Recorded(List<PublishedRow> rows, List<ReleaseFacts> releases, AdditiveSettings settings) {
        PublishedRow any = rows.get(0);
        AdditiveFlows flows = new AdditiveFlows(any.reporter(), any.year(), releases, settings, this);
        rows.stream().sorted(PublishedRow.SORT_KEY).forEach(flows::add);
        facts = flows.finish();
    }

    /** Dollars of the additive flows, residuals included. */
    double sum(String flow, String code) {
        return additive().stream()
                .filter(row -> row.flow().equals(flow) && isAtOrUnder(row.code(), code))
                .mapToDouble(PublishedRow::value)
                .sum();
    }

    double sum(String flow, int partner, String code) {
        return additive().stream()
                .filter(row -> row.flow().equals(flow) && row.partner() == partner && isAtOrUnder(row.code(), code))
                .mapToDouble(PublishedRow::value)
                .sum();
    }

    List<PublishedRow> additive() {
        List<PublishedRow> rows = new ArrayList<>(flows);
        rows.addAll(residuals);
        return rows;
    }

    static boolean isAtOrUnder(String code, String ancestor) {
        return code.equals(ancestor) || HsCode.isUnder(code, ancestor);
    }

    @Override
    public void accepted(PublishedRow row, boolean isOfWhich) {
        (isOfWhich ? ofWhich : flows).add(row);
        if (!row.isSum()) fate(row, Reason.ACCEPTED);
    }

    @Override
    public void publishedTotal(PublishedRow row) {
        totals.add(row);
        if (!row.isSum()) fate(row, Reason.PUBLISHED_TOTAL);
    }

    @Override
    public void setAside(PublishedRow row, Reason reason) {
        fate(row, reason);
    }

    @Override
    public void quarantined(PublishedRow row, Reason reason) {
        quarantine.add(row);
        fate(row, reason);
    }

    @Override
    public void residual(PublishedRow row) {
        residuals.add(row);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    private void fate(PublishedRow row, Reason reason) {
        fates.computeIfAbsent(row, it -> new ArrayList<>()).add(reason);
        tally.add(row, reason);
    }
}
