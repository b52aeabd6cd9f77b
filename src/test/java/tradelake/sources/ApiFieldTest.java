package tradelake.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFieldTest {
    @Test
    void thereAre47InThePublishersOrder() {
        assertThat(ApiField.values()).hasSize(47);
        assertThat(Stream.of(ApiField.values()).map(ApiField::apiName))
                .startsWith("typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period", "reporterCode")
                .endsWith("cifvalue", "fobvalue", "primaryValue", "legacyEstimationFlag", "isReported", "isAggregate");
    }

    @ParameterizedTest
    @CsvSource({
        "reporterCode, REPORTER_CODE",
        "ReporterCode, REPORTER_CODE",
        "reporter_code, REPORTER_CODE",
        "' REPORTERCODE ', REPORTER_CODE",
        "Reporter Code, REPORTER_CODE",
        "CIFValue, CIF_VALUE",
        "cifValue, CIF_VALUE",
        "isnetWgtEstimated, IS_NET_WGT_ESTIMATED",
        "Netweight (kg), NET_WGT",
        "Trade Value (US$), PRIMARY_VALUE",
        "2nd Partner ISO, PARTNER2_ISO",
    })
    void headersAreFoundInAnySpelling(String header, ApiField field) {
        assertThat(ApiField.named(header)).contains(field);
    }

    @Test
    void otherHeadersAreNone() {
        assertThat(ApiField.named("datasetCode")).isEmpty();
        assertThat(ApiField.named("")).isEmpty();
    }

    @Test
    void bulkColumnsAreFieldsButForTheDatasetCode() {
        assertThat(ComtradeBulk.COLUMNS)
                .hasSize(34)
                .filteredOn(name -> ApiField.named(name).isEmpty())
                .containsExactly("datasetCode");
    }

    @Test
    void legacyColumnsAreFieldsButForThePeriodsName() {
        assertThat(LegacyCsv.COLUMNS_22).hasSize(22);
        assertThat(LegacyCsv.COLUMNS_35)
                .hasSize(35)
                .containsAll(LegacyCsv.COLUMNS_22)
                .filteredOn(name -> ApiField.named(name).isEmpty())
                .containsExactly("Period Desc.");
    }
}
