package tradelake.sources.synthetic;

import tradelake.reference.Economies;
import tradelake.sources.ApiField;
import tradelake.sources.SyntheticMark;

/** A row as the 47 fields of the API: text, whole number, decimal number, flag, or null where the API says nothing. */
record ApiCells(Economies economies) {
    private static final int ALL_YEAR = 52;

    Object of(ApiField field, Head head, Row row) {
        return switch (field) {
            case TYPE_CODE -> "C";
            case FREQ_CODE -> "A";
            case REF_PERIOD_ID -> head.year() * 10_000L + 101;
            case REF_YEAR -> (long) head.year();
            case REF_MONTH -> (long) ALL_YEAR;
            case PERIOD -> Integer.toString(head.year());
            case REPORTER_CODE -> (long) head.reporter();
            case REPORTER_ISO -> head.key();
            case REPORTER_DESC -> head.name();
            case FLOW_CODE -> row.flow;
            case PARTNER_CODE -> (long) row.partner;
            case PARTNER_ISO -> economies.byCode(row.partner).orElseThrow().key();
            case PARTNER_DESC -> economies.byCode(row.partner).orElseThrow().nameComtrade();
            case PARTNER2_CODE -> (long) row.partner2;
            case CLASSIFICATION_CODE -> head.edition().name();
            case CLASSIFICATION_SEARCH_CODE -> "HS";
            case IS_ORIGINAL_CLASSIFICATION -> head.original();
            case CMD_CODE -> row.code;
            case CMD_DESC -> row.text;
            case AGGR_LEVEL -> (long) row.level;
            case IS_LEAF, IS_REPORTED -> row.level == 6;
            case IS_AGGREGATE -> row.level < 6;
            case CUSTOMS_CODE -> row.customs;
            case MOS_CODE -> "0";
            case MOT_CODE -> (long) row.transport;
            case QTY_UNIT_CODE -> (long) row.unit;
            case ALT_QTY_UNIT_CODE -> -1L;
            case QTY -> amount(row.quantity);
            case NET_WGT -> amount(row.kg);
            case CIF_VALUE -> dollars(row.isImport() && row.fob != row.value ? row.value : 0);
            case FOB_VALUE -> dollars(row.fob);
            case PRIMARY_VALUE -> row.value / 1000.0;
            case LEGACY_ESTIMATION_FLAG -> (long) SyntheticMark.LEGACY_ESTIMATION_FLAG;
            case IS_QTY_ESTIMATED, IS_ALT_QTY_ESTIMATED, IS_NET_WGT_ESTIMATED, IS_GROSS_WGT_ESTIMATED -> false;
            default -> null;
        };
    }

    private static Double amount(long number) {
        return number == 0 ? null : Double.valueOf(number);
    }

    private static Double dollars(long thousandths) {
        return thousandths == 0 ? null : Double.valueOf(thousandths / 1000.0);
    }
}
