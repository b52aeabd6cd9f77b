package tradelake.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;
import tradelake.reference.Columns;
import tradelake.reference.HsEdition;
import tradelake.reference.ProductCode;
import tradelake.reference.Products;
import tradelake.reference.Reference;

/** Codes become keys and products, uncovered products stay out, and missing reports are filled from the other side. */
class ProductFlowsTest {
    private static final Reference REFERENCE = Reference.load();

    private static Dataset<Row> made(String reporterYears, String flows) {
        return new DrawnTables()
                .with(ReporterYears.TABLE, reporterYears)
                .with(Flows.TABLE, flows)
                .make(new ProductFlows(REFERENCE, 1.05));
    }

    @Test
    void everyCodeIsSummedToItsProducts() {
        SameRows.assertDrawn(
                ProductFlows.TABLE,
                """
                year reporter flow partner product product_level value_usd net_weight_kg filled
                2020 CHN      X    JPN     TOTAL   total         35.3      7             false
                2020 CHN      X    JPN     S05     section       30.3          7             false
                2020 CHN      X    JPN     27      chapter       30.3          7             false
                2020 CHN      X    JPN     S07     section       5             -             false
                2020 CHN      X    JPN     39      chapter       5             -             false
                """,
                made(
                        """
                        year reporter has_x products
                        2020 156      true  TOTAL|S05|27|S07|39
                        2020 392      true  TOTAL
                        """,
                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg residual of_which
                        2020 156      X    392     H5         270900  6        10.1      7             false    false
                        2020 156      X    392     H5         27      2        20.2      -             true     false
                        2020 156      X    392     H5         3902    4        5         -             false    false
                        2020 156      RX   392     H5         3902    4        3         -             false    true
                        """));
    }

    @Test
    void anExtractOfOneChapterSaysNothingOfTheTotal() {
        assertThat(
                        products(
                                made(
                                        """
                        year reporter has_x products
                        2020 156      true  27
                        2020 392      true  TOTAL
                        """,
                                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd
                        2020 156      X    392     H5         270900  6        10
                        """)))
                .containsExactly("27");
    }

    @Test
    void severalCodesOfOneKeyAreOnePartnerAndOneReporter() {
        SameRows.assertDrawn(
                ProductFlows.TABLE,
                """
                year reporter flow partner product value_usd filled
                2012 CHN      M    TWN     TOTAL   3         false
                2012 CHN      M    C899    TOTAL   4         false
                2012 CHN      M    _X      TOTAL   8         false
                2012 CHN      M    C999    TOTAL   16        false
                2012 SDN      X    CHN     TOTAL   48        false
                2012 TWN      X    CHN     TOTAL   64        false
                """,
                made(
                        """
                        year reporter has_x products
                        2012 156      true  TOTAL
                        2012 490      true  TOTAL
                        2012 729      true  TOTAL
                        2012 736      true  TOTAL
                        0    0        true  TOTAL
                        """,
                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd residual
                        2012 156      M    490     H4         TOTAL   0        1         false
                        2012 156      M    158     H4         TOTAL   0        2         false
                        2012 156      M    899     H4         TOTAL   0        4         false
                        2012 156      M    -1      H4         TOTAL   0        8         true
                        2012 156      M    999     H4         TOTAL   0        16        false
                        2012 736      X    156     H4         TOTAL   0        16        false
                        2012 729      X    156     H4         TOTAL   0        32        false
                        2012 490      X    156     H4         TOTAL   0        64        false
                        """));
    }

    @Test
    void aMissingReportIsFilledFromThePartnersWithTheCifFactorBothWays() {
        SameRows.assertDrawn(
                ProductFlows.TABLE,
                """
                year reporter flow partner product value_usd net_weight_kg filled
                2020 CHN      M    LAO     TOTAL   105       3             false
                2020 CHN      X    LAO     TOTAL   200       -             false
                2020 CHN      M    C899    TOTAL   7         -             false
                2020 CHN      M    CHN     TOTAL   9         -             false
                2020 LAO      X    CHN     TOTAL   100       3             true
                2020 LAO      M    CHN     TOTAL   210       -             true
                2021 CHN      M    LAO     TOTAL   105       -             false
                """,
                made(
                        """
                        year reporter has_x products
                        2020 156      true  TOTAL
                        2021 156      true  TOTAL
                        2021 418      true  27
                        """,
                        """
                        year reporter flow partner hs_edition hs_code hs_level value_usd net_weight_kg
                        2020 156      M    418     H5         TOTAL   0        105       3
                        2020 156      X    418     H5         TOTAL   0        200       -
                        2020 156      M    899     H5         TOTAL   0        7         -
                        2020 156      M    156     H5         TOTAL   0        9         -
                        2021 156      M    418     H5         TOTAL   0        105       -
                        """));
    }

    /** Another road: the lookup in plain Java, for every code of every category and random ones, in every edition. */
    @Test
    void theJoinFindsTheProductsThatTheReferenceNames() {
        Products products = REFERENCE.products();
        Random random = new Random(7);
        List<String> codes = Stream.concat(
                        products.categories().stream()
                                .flatMap(group -> group.codes().stream().map(ProductCode::hsCode)),
                        IntStream.range(0, 500).mapToObj(i -> "%06d".formatted(random.nextInt(1_000_000))))
                .flatMap(code -> Stream.of(code, (code + "0000").substring(0, 6), code.substring(0, 2)))
                .distinct()
                .toList();
        List<Row> rows = Stream.of(HsEdition.values())
                .flatMap(edition -> Stream.concat(
                        Stream.of(RowFactory.create(edition.name(), "TOTAL", 0)),
                        codes.stream().map(code -> RowFactory.create(edition.name(), code, code.length()))))
                .toList();
        DrawnTables in = new DrawnTables();
        Dataset<Row> coded = in.rows(Fields.schema(Columns.HS_EDITION, Columns.HS_CODE, Columns.HS_LEVEL), rows);
        List<Row> found = new CodeProducts(products).addTo(coded, in).collectAsList();
        assertThat(found).hasSameSizeAs(rows);
        for (Row row : found)
            assertThat(new TreeSet<>(row.<String>getList(row.fieldIndex(CodeProducts.PRODUCTS.name()))))
                    .as("%s", row)
                    .isEqualTo(new TreeSet<>(products.productsOf(
                            HsEdition.valueOf(Columns.HS_EDITION.in(row)),
                            Columns.HS_CODE.in(row),
                            Columns.HS_LEVEL.in(row))))
                    .hasSameSizeAs(row.getList(row.fieldIndex(CodeProducts.PRODUCTS.name())));
    }

    private static List<String> products(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Columns.PRODUCT::in).sorted().toList();
    }
}
