package tradelake.sources.synthetic;

/**
 * What is planted in one flow of a reporter-year, looked up once.
 *
 * @param selfTrade share of the flow that is trade with itself
 * @param areasNes share with areas not elsewhere specified
 * @param bunkers share that is ships' and aircraft's fuel
 * @param notSpecified share of each partner that stands under 999999
 * @param belowTotal share of each partner that stands in its TOTAL only
 * @param pseudoCode share of one partner under 9999AA
 * @param pseudoPartner that partner, -1 none
 * @param aboveWorld share by which partners exceed the World row
 * @param chapterOnly the good published at two digits only, -1 none; likewise {@code headingOnly} at four
 * @param worldOnlyPartner the partner that stands in the World rows only, -1 none; likewise the good
 */
record Rules(
        double selfTrade,
        double areasNes,
        double bunkers,
        double notSpecified,
        double belowTotal,
        double pseudoCode,
        int pseudoPartner,
        double aboveWorld,
        int chapterOnly,
        int headingOnly,
        int worldOnlyPartner,
        int worldOnlyGood) {

    static Rules of(SyntheticWorld world, Trader reporter, Flow flow, int year) {
        Lookup planted = new Lookup(world, reporter, flow, year);
        return new Rules(
                planted.share("self_trade"),
                planted.share("areas_nes"),
                planted.share("bunkers"),
                planted.share("not_specified"),
                planted.share("products_below_total"),
                planted.share("old_pseudo_code"),
                planted.partner("old_pseudo_code"),
                planted.share("partners_above_world"),
                planted.good("chapter_only"),
                planted.good("heading_only"),
                planted.partner("partner_suppressed"),
                planted.good("partner_hidden_for_product"));
    }

    private record Lookup(SyntheticWorld world, Trader reporter, Flow flow, int year) {
        double share(String trap) {
            return world.quirks().share(trap, reporter, year, flow);
        }

        int partner(String trap) {
            return world.quirks()
                    .of(trap, reporter.code(), year, flow)
                    .map(Quirk::itemCode)
                    .orElse(-1);
        }

        int good(String trap) {
            return world.quirks()
                    .of(trap, reporter.code(), year, flow)
                    .flatMap(quirk -> world.goods().called(quirk.item()))
                    .map(Good::index)
                    .orElse(-1);
        }
    }

    /** What of the flow is not trade with another known economy. */
    double outside() {
        return selfTrade + areasNes + bunkers;
    }

    /** The finest level that the good is published at: confidential ones stop at their chapter or heading. */
    int level(int good) {
        if (good == chapterOnly) return 2;
        return good == headingOnly ? 4 : 6;
    }

    /** Which rows show a cell, one of the constants of {@link Cells}. */
    int seen(int partner, int good) {
        return partner == worldOnlyPartner || good == worldOnlyGood ? Cells.WORLD_ONLY : Cells.EVERYWHERE;
    }
}
