package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** UN Comtrade's bulk file, kind FINAL or FINALCLASSIC: gzip, tab separated, one whole dataset of a reporter and period. */
public final class ComtradeBulk implements Format {
    /** The header as UNSD's reference list spells it; files differ in case and order. */
    public static final List<String> COLUMNS = List.of(
            "datasetCode",
            "typeCode",
            "freqCode",
            "refPeriodId",
            "refYear",
            "refMonth",
            "period",
            "reporterCode",
            "flowCode",
            "partnerCode",
            "partner2Code",
            "classificationSearchCode",
            "classificationCode",
            "isOriginalClassification",
            "cmdCode",
            "customsCode",
            "mosCode",
            "motCode",
            "qtyUnitCode",
            "qty",
            "isQtyEstimated",
            "altQtyUnitCode",
            "altQty",
            "isAltQtyEstimated",
            "netWgt",
            "isnetWgtEstimated",
            "grossWgt",
            "isgrossWgtEstimated",
            "cifValue",
            "fobValue",
            "primaryValue",
            "legacyEstimationFlag",
            "isReported",
            "isAggregate");

    /** The column that all bulk files have and no other file: a table that a client wrote is an extract, {@link ComtradeTsv}. */
    static final String DATASET_CODE = "datasetCode";

    @Override
    public String name() {
        return "comtrade-bulk";
    }

    @Override
    public String meaning() {
        return "UN Comtrade bulk file (FINAL, FINALCLASSIC): tab separated, one reporter, period and classification";
    }

    @Override
    public Kind kind() {
        return Kind.WHOLE;
    }

    /** The kind FINALCLASSIC has the breakdowns collapsed, and may do without their columns. */
    @Override
    public boolean recognises(Head head) {
        Set<ApiField> fields = head.fields("\t");
        boolean classic = Collections.disjoint(fields, Layout.BREAKDOWNS);
        return head.names("\t", DATASET_CODE)
                && (Layout.isComplete(fields) || classic && fields.containsAll(Layout.PLACING));
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        TabLines lines = new TabLines(content);
        return new RecordCursor(lines, Layout.of(lines.header()).withTotals());
    }
}
