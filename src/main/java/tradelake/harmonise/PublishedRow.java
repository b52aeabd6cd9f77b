package tradelake.harmonise;

import java.util.Comparator;
import java.util.Objects;

/**
 * One row as published: what a reporter traded with a partner under one commodity code in one year.
 *
 * @param release rank of the release it stands in, see {@link ReleaseFacts#rank}
 * @param line where it stands there; {@link #NO_LINE} of a row that we added up from others
 * @param month 1 to 12 of a monthly row, otherwise {@link #ALL_YEAR}
 * @param code TOTAL or an HS code
 * @param value current US dollars: CIF for imports, FOB for exports, as a rule
 * @param cif dollars, or null
 * @param fob dollars, or null
 * @param netWeight kilograms, or null
 * @param quantity in the unit given, or null
 * @param quantityUnit Comtrade's unit code, or null
 */
public record PublishedRow(
        int release,
        long line,
        String typeCode,
        String freqCode,
        int reporter,
        int year,
        int month,
        String flow,
        int partner,
        int partner2,
        String classification,
        String code,
        String customs,
        String mos,
        int mot,
        double value,
        Double cif,
        Double fob,
        Double netWeight,
        Double quantity,
        Integer quantityUnit) {

    /** The month of an annual row. */
    public static final int ALL_YEAR = 52;

    /** The line of a row that stands in no file. */
    public static final long NO_LINE = 0;

    /** All partners together. */
    public static final int WORLD = 0;

    /** Our own partner for what World holds and no partner does. */
    public static final int UNALLOCATED = -1;

    /**
     * The order in which the rows of a reporter-year are to arrive: flow, partner, code ({@link HsCode#sortKey}, so that TOTAL
     * comes first). World is partner 0 and so precedes the partners. Release and line, which come last here, need no order.
     * Only rows that the rules on single rows and releases let through must keep to it: with classification before the code
     * or breakdowns after it they do too.
     */
    public static final Comparator<PublishedRow> SORT_KEY = ((Comparator<PublishedRow>) PublishedRow::byKey)
            .thenComparingInt(PublishedRow::release)
            .thenComparingLong(PublishedRow::line);

    /** Negative, zero or positive as this row's flow, partner and code come before, at or after another's. */
    int byKey(PublishedRow other) {
        int order = flow.compareTo(other.flow);
        if (order == 0) order = Integer.compare(partner, other.partner);
        if (order == 0) order = HsCode.sortKey(code).compareTo(HsCode.sortKey(other.code));
        return order;
    }

    boolean isWorld() {
        return partner == WORLD;
    }

    public int level() {
        return HsCode.level(code);
    }

    /** Whether value, weight and quantity are equal; one that is missing equals only one that is missing. */
    boolean saysTheSameAs(PublishedRow other) {
        return value == other.value
                && Objects.equals(netWeight, other.netWeight)
                && Objects.equals(quantity, other.quantity);
    }

    /** Whether it was added up from published rows, see {@link RowSum}. */
    boolean isSum() {
        return line == NO_LINE;
    }

    /** Dollars that this row has beyond its parts, as a row of their own without weights, quantities or CIF and FOB. */
    PublishedRow residual(int residualPartner, String residualCode, double dollars) {
        return new PublishedRow(
                release,
                line,
                typeCode,
                freqCode,
                reporter,
                year,
                month,
                flow,
                residualPartner,
                partner2,
                classification,
                residualCode,
                customs,
                mos,
                mot,
                dollars,
                null,
                null,
                null,
                null,
                null);
    }
}
