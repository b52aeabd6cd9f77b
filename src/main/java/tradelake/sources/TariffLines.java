package tradelake.sources;

import static tradelake.sources.ApiField.CMD_CODE;
import static tradelake.sources.ApiField.IS_ORIGINAL_CLASSIFICATION;
import static tradelake.sources.ApiField.PERIOD;
import static tradelake.sources.ApiField.REF_MONTH;
import static tradelake.sources.ApiField.REF_YEAR;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * UN Comtrade's bulk file, kind TARIFFLINE: tab separated, 24 columns, national codes of 8 to 12 digits. They are read as the
 * HS code of six digits that they begin with, so that many rows share one.
 */
public final class TariffLines implements Format {
    /** The header as UNSD's reference list spells it. */
    public static final List<String> COLUMNS = List.of(
            "datasetCode",
            "typeCode",
            "freqCode",
            "refPeriodId",
            "period",
            "reporterCode",
            "flowCategory",
            "flowCode",
            "partnerCode",
            "partner2Code",
            "classificationCode",
            "cmdCode",
            "customsCode",
            "mosCode",
            "motCode",
            "qtyUnitCode",
            "qty",
            "altQtyUnitCode",
            "altQty",
            "netWgt",
            "grossWgt",
            "cifValue",
            "fobValue",
            "primaryValue");

    private static final int HS6 = 6;
    private static final int YEAR = 4;

    @Override
    public String name() {
        return "comtrade-tariff-lines";
    }

    @Override
    public String meaning() {
        return "UN Comtrade bulk file (TARIFFLINE): tab separated, national codes below six digits";
    }

    @Override
    public Kind kind() {
        return Kind.TARIFF_LINES;
    }

    @Override
    public boolean recognises(Head head) {
        Set<ApiField> necessary = EnumSet.copyOf(Layout.PLACING);
        necessary.remove(REF_YEAR);
        return head.names("\t", "flowCategory") && head.fields("\t").containsAll(necessary);
    }

    @Override
    public RowCursor open(InputStream content) throws IOException {
        TabLines lines = new TabLines(content);
        Layout columns = Layout.of(lines.header());
        Cell period = columns.cell(PERIOD);
        return new RecordCursor(
                lines,
                columns.withTotals()
                        .with(REF_YEAR, none -> period.shortened(YEAR))
                        .with(REF_MONTH, none -> period.derived(text -> text.length() == 6 ? text.substring(4) : "52"))
                        .with(IS_ORIGINAL_CLASSIFICATION, none -> Cell.constant("true"))
                        .with(CMD_CODE, cell -> cell.shortened(HS6)));
    }
}
