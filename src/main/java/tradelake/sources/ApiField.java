package tradelake.sources;

import static tradelake.sources.ApiField.Type.BOOLEAN;
import static tradelake.sources.ApiField.Type.DOUBLE;
import static tradelake.sources.ApiField.Type.INT;
import static tradelake.sources.ApiField.Type.STRING;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The 47 fields of a UN Comtrade API v1 row, in the publisher's order: what every format is read into. */
public enum ApiField {
    TYPE_CODE("typeCode", STRING, "C goods, S services"),
    FREQ_CODE("freqCode", STRING, "A annual, M monthly"),
    REF_PERIOD_ID("refPeriodId", INT, "first day of the period, yyyymmdd"),
    REF_YEAR("refYear", INT, "year", "Year"),
    REF_MONTH("refMonth", INT, "month 1 to 12, 52 for annual data"),
    PERIOD("period", STRING, "yyyy or yyyymm", "Period"),
    REPORTER_CODE("reporterCode", INT, "reporting economy, Comtrade code", "Reporter Code"),
    REPORTER_ISO("reporterISO", STRING, "reporting economy, ISO alpha-3", "Reporter ISO"),
    REPORTER_DESC("reporterDesc", STRING, "reporting economy, name", "Reporter"),
    FLOW_CODE("flowCode", STRING, "M, X, RX, RM, DX, FM, MIP, MOP, XIP or XOP", "Trade Flow Code"),
    FLOW_DESC("flowDesc", STRING, "name of the flow", "Trade Flow"),
    PARTNER_CODE("partnerCode", INT, "partner economy, Comtrade code, 0 World", "Partner Code"),
    PARTNER_ISO("partnerISO", STRING, "partner economy, ISO alpha-3", "Partner ISO"),
    PARTNER_DESC("partnerDesc", STRING, "partner economy, name", "Partner"),
    PARTNER2_CODE("partner2Code", INT, "second partner (of consignment), 0 all", "2nd Partner Code"),
    PARTNER2_ISO("partner2ISO", STRING, "second partner, ISO alpha-3", "2nd Partner ISO"),
    PARTNER2_DESC("partner2Desc", STRING, "second partner, name", "2nd Partner"),
    CLASSIFICATION_CODE("classificationCode", STRING, "classification used in the row, H0 to H6", "Classification"),
    CLASSIFICATION_SEARCH_CODE("classificationSearchCode", STRING, "classification asked for, HS"),
    IS_ORIGINAL_CLASSIFICATION("isOriginalClassification", BOOLEAN, "false: converted by UNSD"),
    CMD_CODE("cmdCode", STRING, "commodity with its leading zeros, or TOTAL", "Commodity Code"),
    CMD_DESC("cmdDesc", STRING, "name of the commodity", "Commodity"),
    AGGR_LEVEL("aggrLevel", INT, "digits of the commodity code, 0 for TOTAL", "Aggregate Level"),
    IS_LEAF("isLeaf", BOOLEAN, "the code has no finer one", "Is Leaf Code"),
    CUSTOMS_CODE("customsCode", STRING, "customs procedure, C00 all", "Customs Proc. Code"),
    CUSTOMS_DESC("customsDesc", STRING, "name of the customs procedure", "Customs"),
    MOS_CODE("mosCode", STRING, "mode of supply of a service, 0 for goods"),
    MOT_CODE("motCode", INT, "mode of transport, 0 all", "Mode of Transport Code"),
    MOT_DESC("motDesc", STRING, "name of the mode of transport", "Mode of Transport"),
    QTY_UNIT_CODE("qtyUnitCode", INT, "unit of qty, -1 none", "Qty Unit Code"),
    QTY_UNIT_ABBR("qtyUnitAbbr", STRING, "unit of qty, short name", "Qty Unit"),
    QTY("qty", DOUBLE, "quantity", "Qty"),
    IS_QTY_ESTIMATED("isQtyEstimated", BOOLEAN, "qty is UNSD's estimate"),
    ALT_QTY_UNIT_CODE("altQtyUnitCode", INT, "unit of altQty, -1 none", "Alt Qty Unit Code"),
    ALT_QTY_UNIT_ABBR("altQtyUnitAbbr", STRING, "unit of altQty, short name", "Alt Qty Unit"),
    ALT_QTY("altQty", DOUBLE, "second quantity", "Alt Qty"),
    IS_ALT_QTY_ESTIMATED("isAltQtyEstimated", BOOLEAN, "altQty is UNSD's estimate"),
    NET_WGT("netWgt", DOUBLE, "net weight, kg", "Netweight (kg)"),
    IS_NET_WGT_ESTIMATED("isNetWgtEstimated", BOOLEAN, "netWgt is UNSD's estimate"),
    GROSS_WGT("grossWgt", DOUBLE, "gross weight, kg", "Gross weight (kg)"),
    IS_GROSS_WGT_ESTIMATED("isGrossWgtEstimated", BOOLEAN, "grossWgt is UNSD's estimate"),
    CIF_VALUE("cifvalue", DOUBLE, "value with insurance and freight, current USD", "CIF Trade Value (US$)"),
    FOB_VALUE("fobvalue", DOUBLE, "value free on board, current USD", "FOB Trade Value (US$)"),
    PRIMARY_VALUE("primaryValue", DOUBLE, "CIF for imports, FOB for exports, current USD", "Trade Value (US$)"),
    LEGACY_ESTIMATION_FLAG("legacyEstimationFlag", INT, "0 none, 2 qty, 4 netWgt, 6 both estimated", "Flag"),
    IS_REPORTED("isReported", BOOLEAN, "the reporter gave this row"),
    IS_AGGREGATE("isAggregate", BOOLEAN, "summed by UNSD from finer rows");

    /** How a field is typed. */
    public enum Type {
        INT,
        DOUBLE,
        BOOLEAN,
        STRING
    }

    private static final Map<String, ApiField> BY_NAME = byName();

    private final String apiName;
    private final Type type;
    private final String meaning;
    private final List<String> aliases;

    ApiField(String apiName, Type type, String meaning, String... aliases) {
        this.apiName = apiName;
        this.type = type;
        this.meaning = meaning;
        this.aliases = List.of(aliases);
    }

    /** The field that a header means: any case, API, bulk, snake_case or legacy spelling, blanks around it. */
    public static Optional<ApiField> named(String header) {
        return Optional.ofNullable(BY_NAME.get(folded(header)));
    }

    public String apiName() {
        return apiName;
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }

    /** Other headers of the same field, as in the legacy CSV; case and underscores are ignored anyway. */
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String toString() {
        return apiName;
    }

    private static Map<String, ApiField> byName() {
        Map<String, ApiField> fields = new HashMap<>();
        for (ApiField field : values()) {
            fields.put(folded(field.apiName), field);
            field.aliases.forEach(alias -> fields.put(folded(alias), field));
        }
        return Map.copyOf(fields);
    }

    private static String folded(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
