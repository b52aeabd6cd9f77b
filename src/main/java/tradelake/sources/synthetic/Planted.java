package tradelake.sources.synthetic;

import java.math.BigDecimal;

/**
 * One line of the table of planted truth: what stands where, and how much of it.
 *
 * @param trap the quirk, lower_snake_case
 * @param reporter key of the reporter
 * @param flow as in the rows
 * @param partner Comtrade's code, empty for several
 * @param product code, empty for several
 * @param rows how many rows show it, 0 where that was not counted
 * @param value thousandths of a dollar
 * @param file its path below the folder, empty for all files of the reporter-year
 */
record Planted(
        String trap,
        String reporter,
        int year,
        String flow,
        String partner,
        String product,
        long rows,
        long value,
        String file,
        String note) {
    static final String HEADER = "trap,reporter,year,flow,partner,product,rows,value_usd,file,note";

    static Planted of(Quirk quirk, Trader reporter, int year, String flow, long value) {
        return new Planted(quirk.trap(), reporter.key(), year, flow, "", "", 0, value, "", quirk.note());
    }

    Planted with(String partner, String product) {
        return new Planted(trap, reporter, year, flow, partner, product, rows, value, file, note);
    }

    Planted in(String file, long rows) {
        return new Planted(trap, reporter, year, flow, partner, product, rows, value, file, note);
    }

    String toCsv() {
        return String.join(
                ",",
                trap,
                reporter,
                Integer.toString(year),
                flow,
                partner,
                product,
                rows == 0 ? "" : Long.toString(rows),
                dollars(value),
                file,
                '"' + note + '"');
    }

    /** Thousandths of a dollar as dollars, plainly. */
    static String dollars(long thousandths) {
        BigDecimal dollars = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0).toPlainString() : dollars.toPlainString();
    }
}
