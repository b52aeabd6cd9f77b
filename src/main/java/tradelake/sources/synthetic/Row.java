package tradelake.sources.synthetic;

/** One row of a file, filled anew for each. What the whole file shares stands in {@link Head}. */
final class Row {
    String flow;
    int partner;
    int partner2;
    /** TOTAL, two, four or six digits. */
    String code;

    /** What the code means. */
    String text;

    int level;
    String customs;
    int transport;
    /** Thousandths of a dollar, as all values here. */
    long value;

    /** The same before freight and insurance, 0 where the reporter does not say. */
    long fob;

    long kg;
    int unit;
    long quantity;

    /** M, FM, RM and MIP are imports. */
    boolean isImport() {
        return flow.charAt(0) == 'M' && !flow.equals("MOP") || flow.equals("RM") || flow.equals("FM");
    }

    /** Not a total over customs procedures, modes of transport and second partners. */
    boolean isBreakdown() {
        return transport != 0 || partner2 != 0 || !customs.equals("C00");
    }
}
