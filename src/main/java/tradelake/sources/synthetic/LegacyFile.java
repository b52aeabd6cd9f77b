package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tradelake.reference.Economies;
import tradelake.reference.Economy;
import tradelake.sources.LegacyCsv;
import tradelake.sources.SyntheticMark;

/**
 * The CSV of comtrade.un.org before 2023, of which only M, X, RX and RM rows exist. Marks: the Flag is
 * that of {@link SyntheticMark}, and the description of the period ends in SYNTHETIC.
 */
final class LegacyFile implements RowSink {
    private static final Map<String, String> FLOWS =
            Map.of("M", "1,Import", "X", "2,Export", "RX", "3,Re-Export", "RM", "4,Re-Import");

    private final Text text;
    private final Economies economies;
    private final Extract extract;
    private final List<String> columns;
    private Head head;

    LegacyFile(Text text, Economies economies, Extract extract) throws IOException {
        this.text = text;
        this.economies = economies;
        this.extract = extract;
        this.columns = extract.columns() == 22 ? LegacyCsv.COLUMNS_22 : LegacyCsv.COLUMNS_35;
        if (extract.byteOrderMark()) text.utf8("\uFEFF");
        text.ascii(String.join(",", columns));
        endLine();
    }

    @Override
    public void begin(Head head) {
        this.head = head;
    }

    @Override
    public void row(Row row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) text.add(',');
            write(columns.get(i), row);
        }
        endLine();
    }

    private void write(String column, Row row) {
        switch (column) {
            case "Classification" -> text.ascii(head.edition().name());
            case "Year", "Period" -> text.add(head.year());
            case "Period Desc." -> text.add(head.year()).ascii(" SYNTHETIC");
            case "Aggregate Level" -> text.add(row.level);
            case "Is Leaf Code" -> text.add(row.level == 6 ? '1' : '0');
            case "Trade Flow Code" -> text.ascii(FLOWS.get(row.flow).substring(0, 1));
            case "Trade Flow" -> text.ascii(FLOWS.get(row.flow).substring(2));
            case "Reporter Code" -> text.add(head.reporter());
            case "Reporter" -> quoted(head.name());
            case "Reporter ISO" -> text.ascii(head.key());
            case "Partner Code" -> text.add(row.partner);
            case "Partner" -> quoted(partner(row).nameComtrade());
            case "Partner ISO" -> iso(partner(row));
            case "Commodity Code" -> text.ascii(row.code).ascii(extract.trailingBlank() ? " " : "");
            case "Commodity" -> quoted(row.text);
            case "Qty Unit Code" -> text.add(row.unit == -1 ? 1 : row.unit);
            case "Qty Unit" -> text.ascii(unit(row));
            case "Qty" -> number(row.quantity);
            case "Netweight (kg)" -> number(row.kg);
            case "Trade Value (US$)" -> text.thousandths(row.value);
            case "Flag" -> text.add(SyntheticMark.LEGACY_ESTIMATION_FLAG);
            default -> {} // second partner, customs, transport and second quantity are empty in real files
        }
    }

    private Economy partner(Row row) {
        return economies.byCode(row.partner).orElseThrow();
    }

    /** Areas without an ISO code have none. */
    private void iso(Economy partner) {
        boolean none = Set.of(Traders.BUNKERS, Traders.AREAS_NES, 490).contains(partner.code());
        text.ascii(none ? "" : partner.key());
    }

    private static String unit(Row row) {
        if (row.unit == 5) return "Number of items";
        return row.unit == 8 ? "Weight in kilograms" : "No Quantity";
    }

    private void number(long number) {
        if (number != 0) text.add(number);
    }

    private void quoted(String words) {
        if (words.indexOf(',') < 0) text.utf8(words);
        else text.add('"').utf8(words).add('"');
    }

    private void endLine() throws IOException {
        text.ascii(extract.lineEnd());
        text.endRow();
    }
}
