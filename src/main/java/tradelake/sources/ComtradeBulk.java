package tradelake.sources;

import static tradelake.sources.ApiField.CLASSIFICATION_CODE;
import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.CUSTOMS_CODE;
import static tradelake.sources.ApiField.FLOW_CODE;
import static tradelake.sources.ApiField.FREQ_CODE;
import static tradelake.sources.ApiField.MOT_CODE;
import static tradelake.sources.ApiField.PARTNER2_CODE;
import static tradelake.sources.ApiField.PARTNER_CODE;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.PRIMARY_VALUE;
import static tradelake.sources.ApiField.REF_YEAR;
import static tradelake.sources.ApiField.REPORTER_CODE;
import static tradelake.sources.ApiField.TYPE_CODE;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** UN Comtrade's bulk file, kind FINAL: gzip, tab separated, 34 columns, one whole dataset of a reporter and period. */
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

    /** Without these a row cannot be placed, or not be told from the breakdowns beside it. */
    private static final Set<ApiField> NECESSARY = EnumSet.of(
            TYPE_CODE,
            FREQ_CODE,
            REF_YEAR,
            PERIOD,
            REPORTER_CODE,
            FLOW_CODE,
            PARTNER_CODE,
            PARTNER2_CODE,
            CLASSIFICATION_CODE,
            CMD_CODE,
            CUSTOMS_CODE,
            MOT_CODE,
            PRIMARY_VALUE);

    @Override
    public String name() {
        return "comtrade-bulk";
    }

    @Override
    public String meaning() {
        return "UN Comtrade bulk file (FINAL): tab separated, 34 columns, one reporter, period and classification";
    }

    @Override
    public Kind kind() {
        return Kind.WHOLE;
    }

    @Override
    public boolean recognises(Head head) {
        return head.fields("\t").containsAll(NECESSARY);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        TabLines lines = new TabLines(content);
        Layout layout = Layout.of(lines.header())
                .with(PARTNER2_CODE, cell -> cell.orElse("0"))
                .with(CUSTOMS_CODE, cell -> cell.orElse("C00"))
                .with(MOT_CODE, cell -> cell.orElse("0"));
        return new TextCursor(lines, layout);
    }
}
