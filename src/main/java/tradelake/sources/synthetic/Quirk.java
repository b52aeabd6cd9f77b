package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.List;

/**
 * One thing planted in the files, as a line of quirks.csv: what it does stands there in its note.
 *
 * @param trap its name, lower_snake_case
 * @param reporter whose files show it
 * @param flows M, X or MX
 * @param share fraction of the flow that it takes, 0 when that has no meaning
 * @param item what it is about: a product, a partner, a flow, dates, members
 */
record Quirk(
        String trap, int reporter, int firstYear, int lastYear, String flows, double share, String item, String note) {

    static List<Quirk> all() {
        return Embedded.rows("quirks.csv").stream().map(Quirk::from).toList();
    }

    boolean holds(int year, Flow flow) {
        return holds(year) && flows.contains(flow.name());
    }

    boolean holds(int year) {
        return firstYear <= year && year <= lastYear;
    }

    int itemCode() {
        return Integer.parseInt(item);
    }

    private static Quirk from(Record row) {
        String share = row.getString("share");
        return new Quirk(
                row.getString("quirk"),
                row.getInt("reporter"),
                row.getInt("first_year"),
                row.getInt("last_year"),
                row.getString("flow"),
                share.isEmpty() ? 0 : Double.parseDouble(share),
                row.getString("item"),
                row.getString("note"));
    }
}
