package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.DrawnTables;
import tradelake.lake.SameRows;

/** The tables that say what the keys of all others mean. */
class DimensionsTest {
    private static final Reference REFERENCE = Reference.load();

    @TempDir
    Path conf;

    @Test
    void aKeyOfSeveralCodesIsOneRowUnderTheCodeInUse() {
        Dataset<Row> economies = new DrawnTables().make(new EconomiesTable(REFERENCE));
        SameRows.assertDrawn(
                EconomiesTable.TABLE,
                """
                economy code iso2 kind     name_comtrade           region
                C899    899  -    residual Areas,~nes              -
                CHN     156  CN   economy  China                   Asia
                TWN     490  TW   economy  Other~Asia,~nes         Asia
                USA     842  US   economy  USA                     Americas
                _X      -1   -    residual Not~allocated~to~a~partner -
                """,
                economies.filter("economy IN ('CHN', 'TWN', 'USA', 'C899', '_X')"));
        assertThat(economies
                        .filter("economy = 'SDN' AND code = 729 AND codes = array(729, 736)")
                        .count())
                .isOne();
        assertThat(economies.count())
                .isEqualTo(REFERENCE.economies().all().stream()
                        .map(Economy::key)
                        .distinct()
                        .count());
    }

    @Test
    void aGroupHasEverySpellAndSaysWhichCount() throws Exception {
        Files.writeString(
                conf.resolve("groups.csv"),
                """
                group_id,name_en,name_zh,economy,member_from,member_to,status
                MINE,My group,我的集团,CHN,2001-02-03,2005-06-07,
                MINE,,,CHN,2010-01-01,,
                MINE,,,LAO,,,invited
                """);
        SameRows.assertDrawn(
                GroupsTable.TABLE,
                """
                group_id economy member_from member_to  name_en  name_zh  status  counts source note
                MINE     CHN     2001-02-03  2005-06-07 My~group 我的集团 member  true   user   -
                MINE     CHN     2010-01-01  -          My~group 我的集团 member  true   user   -
                MINE     LAO     1900-01-01  -          My~group 我的集团 invited false  user   -
                """,
                new DrawnTables().make(new GroupsTable(Reference.load(conf))).filter("group_id = 'MINE'"));
    }

    @Test
    void aProductSaysItsLevelItsSchemeAndItsCodes() throws Exception {
        Files.writeString(
                conf.resolve("product-groups.csv"),
                """
                category,name_en,name_zh,hs_code,editions
                COFFEE,Coffee,咖啡,0901,
                COFFEE,Coffee,咖啡,210111,H5 H6
                """);
        SameRows.assertDrawn(
                ProductsTable.TABLE,
                """
                product  product_level scheme   codes                name_en
                27       chapter       chapter  27                   Mineral~fuels~and~oils
                COFFEE   category      category 0901~210111[H5~H6]   Coffee
                F1_FUELS category      figure1  27                   Mineral~fuels
                S05      section       section  25-27                Mineral~products
                TOTAL    total         total    TOTAL                All~goods
                """,
                new DrawnTables()
                        .make(new ProductsTable(Reference.load(conf)))
                        .filter("product IN ('TOTAL', 'S05', '27', 'F1_FUELS', 'COFFEE')"));
    }

    /** Another road: the lists in which jobs look ids up say the same as the table. */
    @Test
    void productKindsAgreeWithTheTable() {
        ProductKinds kinds = new ProductKinds(REFERENCE.products());
        Dataset<Row> products = new DrawnTables().make(new ProductsTable(REFERENCE));
        assertThat(products.filter(kinds.level(Columns.PRODUCT.col())
                                .equalTo(Columns.PRODUCT_LEVEL.col())
                                .and(kinds.scheme(Columns.PRODUCT.col()).equalTo(ProductsTable.SCHEME.col())))
                        .count())
                .isEqualTo(REFERENCE.products().all().size());
    }
}
