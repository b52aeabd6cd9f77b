package tradelake.sources;

import static java.util.stream.Collectors.toSet;
import static tradelake.sources.ApiField.ALT_QTY_UNIT_CODE;
import static tradelake.sources.ApiField.FLOW_CODE;
import static tradelake.sources.ApiField.FREQ_CODE;
import static tradelake.sources.ApiField.IS_NET_WGT_ESTIMATED;
import static tradelake.sources.ApiField.IS_QTY_ESTIMATED;
import static tradelake.sources.ApiField.LEGACY_ESTIMATION_FLAG;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.QTY_UNIT_CODE;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REF_PERIOD_ID;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The CSV download of comtrade.un.org until 2023: comma separated, 22 or 35 columns, an extract. */
public final class LegacyCsv implements Format {
    /** The header of the short layout. */
    public static final List<String> COLUMNS_22 = List.of(
            "Classification",
            "Year",
            "Period",
            "Period Desc.",
            "Aggregate Level",
            "Is Leaf Code",
            "Trade Flow Code",
            "Trade Flow",
            "Reporter Code",
            "Reporter",
            "Reporter ISO",
            "Partner Code",
            "Partner",
            "Partner ISO",
            "Commodity Code",
            "Commodity",
            "Qty Unit Code",
            "Qty Unit",
            "Qty",
            "Netweight (kg)",
            "Trade Value (US$)",
            "Flag");

    /** The header of the long layout. */
    public static final List<String> COLUMNS_35 = List.of(
            "Classification",
            "Year",
            "Period",
            "Period Desc.",
            "Aggregate Level",
            "Is Leaf Code",
            "Trade Flow Code",
            "Trade Flow",
            "Reporter Code",
            "Reporter",
            "Reporter ISO",
            "Partner Code",
            "Partner",
            "Partner ISO",
            "2nd Partner Code",
            "2nd Partner",
            "2nd Partner ISO",
            "Customs Proc. Code",
            "Customs",
            "Mode of Transport Code",
            "Mode of Transport",
            "Commodity Code",
            "Commodity",
            "Qty Unit Code",
            "Qty Unit",
            "Qty",
            "Alt Qty Unit Code",
            "Alt Qty Unit",
            "Alt Qty",
            "Netweight (kg)",
            "Gross weight (kg)",
            "Trade Value (US$)",
            "CIF Trade Value (US$)",
            "FOB Trade Value (US$)",
            "Flag");

    private static final Set<String> NECESSARY = Set.of(
            "classification",
            "year",
            "period",
            "trade flow code",
            "reporter code",
            "partner code",
            "commodity code",
            "trade value (us$)");
    private static final Map<String, String> FLOWS = Map.of("1", "M", "2", "X", "3", "RX", "4", "RM");
    private static final Map<String, String> NO_QUANTITY = Map.of("1", "-1");

    @Override
    public String name() {
        return "legacy-csv";
    }

    @Override
    public String meaning() {
        return "CSV download of comtrade.un.org until 2023: 22 or 35 columns";
    }

    @Override
    public Kind kind() {
        return Kind.EXTRACT;
    }

    @Override
    public boolean recognises(Head head) {
        return head.headers(",").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(toSet())
                .containsAll(NECESSARY);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        CsvRecords records = new CsvRecords(content);
        Layout columns = Layout.of(records.header());
        records.width(columns.width());
        return new RecordCursor(records, flagged(dated(coded(columns))));
    }

    private static Layout coded(Layout columns) {
        return columns.withTotals()
                .withLeadingZeros()
                .with(TYPE_CODE, none -> Cell.constant("C"))
                .with(FLOW_CODE, cell -> cell.translated(FLOWS))
                .with(QTY_UNIT_CODE, cell -> cell.whole().translated(NO_QUANTITY))
                .with(ALT_QTY_UNIT_CODE, cell -> cell.whole().translated(NO_QUANTITY));
    }

    /** The period is yyyy for annual and yyyymm for monthly data. */
    private static Layout dated(Layout columns) {
        Cell period = columns.cell(PERIOD);
        return columns.with(FREQ_CODE, none -> period.derived(text -> isMonth(text) ? "M" : "A"))
                .with(REF_PERIOD_ID, none -> period.derived(text -> text + (isMonth(text) ? "01" : "0101")))
                .with(REF_MONTH, none -> period.derived(text -> isMonth(text) ? text.substring(4) : "52"));
    }

    private static boolean isMonth(String period) {
        return period.length() == 6;
    }

    private static Layout flagged(Layout columns) {
        Cell flag = columns.cell(LEGACY_ESTIMATION_FLAG).whole();
        return columns.with(IS_QTY_ESTIMATED, none -> flag.derived(code -> estimated(code, "2")))
                .with(IS_NET_WGT_ESTIMATED, none -> flag.derived(code -> estimated(code, "4")));
    }

    /** 0 nothing, 2 the quantity, 4 the net weight, 6 both; what other flags mean is not known. */
    private static String estimated(String flag, String part) {
        return switch (flag) {
            case "0" -> "false";
            case "2", "4" -> String.valueOf(flag.equals(part));
            case "6" -> "true";
            default -> "";
        };
    }
}
