package tradelake.sources.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tradelake.sources.ComtradeBulk;
import tradelake.sources.SyntheticMark;

/**
 * UN Comtrade's bulk layout in two dialects: the reference list's names and order with LF, or capitalised names, the values
 * ahead of the codes, and CRLF. Two marks that no real file has: the dataset code begins with 9 and has 18 digits (those
 * seen in real rows have 17), and legacyEstimationFlag is that of {@link SyntheticMark}.
 */
final class BulkFile implements RowSink {
    private final Text text;
    private final List<String> columns;
    private final boolean capitalised;
    private Head head;
    private String datasetCode;

    BulkFile(Text text, boolean capitalised) throws IOException {
        this.text = text;
        this.capitalised = capitalised;
        this.columns = capitalised ? reordered() : ComtradeBulk.COLUMNS;
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) text.add('\t');
            text.ascii(capitalised ? capitalised(columns.get(i)) : columns.get(i));
        }
        endLine();
    }

    @Override
    public void begin(Head head) {
        this.head = head;
        this.datasetCode = datasetCode(head);
    }

    @Override
    public void row(Row row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) text.add('\t');
            write(columns.get(i), row);
        }
        endLine();
    }

    private void write(String column, Row row) {
        switch (column) {
            case "datasetCode" -> text.ascii(datasetCode);
            case "typeCode" -> text.add('C');
            case "freqCode" -> text.add('A');
            case "refPeriodId" -> text.add(head.year() * 10000L + 101);
            case "refYear", "period" -> text.add(head.year());
            case "refMonth" -> text.add(52);
            case "reporterCode" -> text.add(head.reporter());
            case "flowCode" -> text.ascii(row.flow);
            case "partnerCode" -> text.add(row.partner);
            case "partner2Code" -> text.add(row.partner2);
            case "classificationSearchCode" -> text.ascii("HS");
            case "classificationCode" -> text.ascii(head.edition().name());
            case "isOriginalClassification" -> bool(head.original());
            case "cmdCode" -> text.ascii(row.code);
            case "customsCode" -> text.ascii(row.customs);
            case "mosCode" -> text.add('0');
            case "motCode" -> text.add(row.transport);
            case "qtyUnitCode" -> text.add(row.unit);
            case "qty" -> weight(row.quantity);
            case "altQtyUnitCode" -> text.add(-1);
            case "altQty", "grossWgt" -> weight(0);
            case "netWgt" -> weight(row.kg);
            case "cifValue" -> value(row.isImport() && row.fob != row.value ? row.value : 0);
            case "fobValue" -> value(row.fob);
            case "primaryValue" -> text.thousandths(row.value);
            case "legacyEstimationFlag" -> text.add(SyntheticMark.LEGACY_ESTIMATION_FLAG);
            case "isReported" -> bool(row.level == 6);
            case "isAggregate" -> bool(row.level < 6);
            default -> bool(false); // the four is...Estimated
        }
    }

    /** 9, then as UNSD builds them: 20, reporter, period, 18, edition. */
    private static String datasetCode(Head head) {
        return String.format(
                Locale.ROOT,
                "920%03d%d0118%d000",
                head.reporter(),
                head.year(),
                head.edition().ordinal());
    }

    private void weight(long number) {
        if (number != 0) text.add(number);
    }

    private void value(long thousandths) {
        if (thousandths != 0) text.thousandths(thousandths);
    }

    private void bool(boolean value) {
        text.ascii(value ? "true" : "false");
    }

    private void endLine() throws IOException {
        if (capitalised) text.add('\r');
        text.add('\n');
        text.endRow();
    }

    private static List<String> reordered() {
        List<String> columns = new ArrayList<>(ComtradeBulk.COLUMNS.subList(28, 34));
        columns.addAll(ComtradeBulk.COLUMNS.subList(0, 28));
        return columns;
    }

    private static String capitalised(String column) {
        return switch (column) {
            case "isnetWgtEstimated" -> "IsNetWgtEstimated";
            case "isgrossWgtEstimated" -> "IsGrossWgtEstimated";
            case "cifValue" -> "CIFValue";
            case "fobValue" -> "FOBValue";
            default -> column.substring(0, 1).toUpperCase(Locale.ROOT) + column.substring(1);
        };
    }
}
