package tradelake.sources.synthetic;

import java.util.Set;

/**
 * One line of totals.csv: what a reporter-year's flow sums to, split as a share of the region needs it. For a reporter
 * that published nothing it is what it would have published. Thousandths of a dollar.
 *
 * @param status bulk, extract or missing
 * @param world the World row
 * @param rcep with the other members of RCEP
 * @param others with other known economies
 * @param self with itself
 * @param unallocated areas not elsewhere specified, bunkers, and what the World row has beyond its partners
 * @param source control or invented
 */
record PublishedTotal(
        String reporter,
        int year,
        Flow flow,
        String edition,
        String status,
        long world,
        long rcep,
        long others,
        long self,
        long unallocated,
        String source) {
    static final String HEADER =
            "reporter,year,flow,edition,status,world_usd,rcep_usd,others_usd,self_usd,unallocated_usd,source";
    private static final Set<Integer> RCEP =
            Set.of(36, 96, 116, 156, 360, 392, 410, 418, 458, 104, 554, 608, 702, 764, 704);

    static PublishedTotal of(SyntheticWorld world, Report report, Flow flow, String status) {
        Cells cells = report.cells(flow);
        Trader reporter = report.reporter();
        int own = reporter.code();
        long self = cells.sum(i -> cells.withPartner(i) && cells.partner(i) == own);
        long rcep = cells.sum(i -> cells.withPartner(i) && cells.partner(i) != own && RCEP.contains(cells.partner(i)));
        long beyond = cells.sum(i -> cells.withPartner(i) && isBeyond(cells.partner(i)));
        long partners = cells.sum(cells::withPartner);
        long total = cells.sum(cells::inWorld);
        return new PublishedTotal(
                reporter.key(),
                report.year(),
                flow,
                reporter.edition(report.year()).name(),
                status,
                total,
                rcep,
                partners - rcep - self - beyond,
                self,
                beyond + Math.max(0, total - partners),
                world.totals().isControlTotal(reporter, flow, report.year()) ? "control" : "invented");
    }

    String toCsv() {
        return String.join(
                ",",
                reporter,
                Integer.toString(year),
                flow.name(),
                edition,
                status,
                Planted.dollars(world),
                Planted.dollars(rcep),
                Planted.dollars(others),
                Planted.dollars(self),
                Planted.dollars(unallocated),
                source);
    }

    private static boolean isBeyond(int partner) {
        return partner == Traders.BUNKERS || partner == Traders.AREAS_NES;
    }
}
