package tradelake.tariffs.study;

import java.sql.Date;
import tradelake.lake.Field;
import tradelake.lake.Text;

/** The columns that tables of tariffs and scenarios share. */
public final class TariffColumns {
    public static final Field<String> SCENARIO =
            Field.code("scenario", Text.of("Name of a scenario, see conf/scenarios", "情景名称，见 conf/scenarios"));
    public static final Field<Date> DATE = Field.date("date", Text.of("Day of the tariffs", "关税所属日期"));
    public static final Field<String> HS6 = Field.code("hs6", Text.of("HS code of six digits", "HS 六位编码"));
    public static final Field<Double> IMPORT_VALUE = Field.measure(
            "import_value_usd",
            "current USD",
            Text.of(
                    "Imports of the base year: the weight of the rates. Reported imports times tariffs.import-scale, or the"
                            + " exporters' reports as they are",
                    "基年进口额，即税率权重：进口方报告值乘以 tariffs.import-scale，或出口方报告原值"));
    public static final Field<Double> BASE_RATE =
            Field.fraction("base_rate", Text.of("Duty before the measures", "各项措施之前的税率"));
    public static final Field<Double> ADDITIONAL_RATE =
            Field.fraction("additional_rate", Text.of("What the measures add", "各项措施所加税率"));
    public static final Field<Double> TOTAL_RATE = Field.fraction("total_rate", Text.of("Both together", "合计税率"));
    public static final Field<Double> STRUCK_DOWN_RATE = Field.fraction(
            "struck_down_rate",
            Text.of(
                    "The part of additional_rate under orders that a court has struck down since",
                    "additional_rate 中依据其后被法院判无效之命令的部分"));
    public static final Field<Double> RATE_BEFORE =
            Field.fraction("rate_before", Text.of("Total rate in what the scenario is compared with", "情景对照基准中的合计税率"));

    private TariffColumns() {}
}
