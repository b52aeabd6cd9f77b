package tradelake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradelake.reference.HsEdition.H3;
import static tradelake.reference.HsEdition.H6;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradelake.lake.BadInput;

/** What a user's files in conf/ change, and what is refused. */
class OverlayTest {
    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

    @TempDir
    private Path conf;

    @Test
    void noFilesChangeNothing() {
        assertThat(Reference.load(conf).fingerprint())
                .isEqualTo(Reference.load().fingerprint());
        assertThat(Reference.load(conf.resolve("absent")).fingerprint())
                .isEqualTo(Reference.load().fingerprint());
    }

    @Test
    void aGroupIsAdded() {
        write(
                "groups.csv",
                """
                group_id,name_en,name_zh,economy,member_from,member_to
                MERCOSUR,Southern Common Market,南方共同市场,ARG,,
                MERCOSUR,,,BRA,,
                MERCOSUR,,,BOL,2024-07-08,
                MERCOSUR,,,VEN,2012-08-12,2016-12-01
                """);
        Group group = Reference.load(conf).groups().named("MERCOSUR");
        assertThat(group.membersOn(DAY)).containsExactly("ARG", "BOL", "BRA");
        assertThat(group.membersOn(LocalDate.of(2016, 12, 1))).containsExactly("ARG", "BRA", "VEN");
        assertThat(group.nameZh()).isEqualTo("南方共同市场");
        assertThat(Reference.load(conf).groups().all())
                .hasSize(Reference.load().groups().all().size() + 1);
    }

    @Test
    void aGroupGivenIsReplacedWholeAndKeepsItsNames() {
        write(
                "groups.csv",
                """
                group_id,economy
                RCEP,CHN
                RCEP,JPN
                """);
        Reference reference = Reference.load(conf);
        assertThat(reference.groups().named("RCEP").membersOn(DAY)).containsExactly("CHN", "JPN");
        assertThat(reference.groups().named("RCEP").nameEn()).isEqualTo("Regional Comprehensive Economic Partnership");
        assertThat(reference.groups().named("ASEAN").membersOn(DAY)).hasSize(10);
        assertThat(reference.fingerprint()).isNotEqualTo(Reference.load().fingerprint());
    }

    @Test
    void aNameAloneRenamesAGroup() {
        write(
                "groups.csv",
                """
                group_id,name_en
                RCEP,Asia-Pacific fifteen
                """);
        Group group = Reference.load(conf).groups().named("RCEP");
        assertThat(group.nameEn()).isEqualTo("Asia-Pacific fifteen");
        assertThat(group.nameZh()).isEqualTo("区域全面经济伙伴关系协定");
        assertThat(group.membersOn(DAY)).hasSize(15);
    }

    @Test
    void aMemberMayLeaveAndReturn() {
        write(
                "groups.csv",
                """
                group_id,economy,member_from,member_to
                CLUB,FRA,2010-01-01,2012-12-31
                CLUB,FRA,2013-01-01,
                """);
        assertThat(Reference.load(conf).groups().named("CLUB").memberships()).hasSize(2);
    }

    @Test
    void aCategoryIsAddedInAllEditionsUnlessItSays() {
        write(
                "product-groups.csv",
                """
                category,name_en,name_zh,hs_code,editions
                COFFEE,Coffee,咖啡,0901,
                COFFEE,Coffee,咖啡,210111,H6
                """);
        Products products = Reference.load(conf).products();
        assertThat(products.productsOf(H3, "090111", 6)).contains("COFFEE");
        assertThat(products.productsOf(H3, "210111", 6)).doesNotContain("COFFEE");
        assertThat(products.productsOf(H6, "210111", 6)).contains("COFFEE");
        assertThat(products.byId("COFFEE")).map(Product::level).contains(ProductLevel.CATEGORY);
    }

    @Test
    void aCategoryGivenIsReplacedWhole() {
        write(
                "product-groups.csv",
                """
                category,hs_code
                F1_FUELS,2709
                """);
        Products products = Reference.load(conf).products();
        assertThat(products.productsOf(H6, "270900", 6)).contains("F1_FUELS", "ENERGY");
        assertThat(products.productsOf(H6, "271019", 6))
                .doesNotContain("F1_FUELS")
                .contains("ENERGY");
        assertThat(products.byId("F1_FUELS")).map(Product::nameEn).contains("Mineral fuels");
        assertThat(products.all()).hasSameSizeAs(Reference.load().products().all());
    }

    @Test
    void aNameAloneRenamesACategory() {
        write(
                "product-groups.csv",
                """
                category,name_zh
                F1_FUELS,能源产品
                """);
        Products products = Reference.load(conf).products();
        assertThat(products.byId("F1_FUELS")).map(Product::nameZh).contains("能源产品");
        assertThat(products.productsOf(H6, "27", 2)).contains("F1_FUELS");
    }

    @Test
    void aKeyAndANameRenameAnEconomy() {
        write(
                "economies.csv",
                """
                key,name_comtrade,name_zh
                KOR,South Korea,
                """);
        Economy economy = Reference.load(conf).economies().byKey("KOR").orElseThrow();
        assertThat(economy.nameComtrade()).isEqualTo("South Korea");
        assertThat(economy.nameZh()).isEqualTo("韩国");
        assertThat(economy.code()).isEqualTo(410);
    }

    @Test
    void aNewCodeAddsAnEconomy() {
        write(
                "economies.csv",
                """
                code,key,name_comtrade,kind
                898,C898,"Areas, new",residual
                """);
        assertThat(Reference.load(conf).economies().byCode(898))
                .map(Economy::kind)
                .contains(EconomyKind.RESIDUAL);
        assertThat(Reference.load().economies().byCode(898)).isEmpty();
    }

    @Test
    void anOldCodeDoesNotStandForItsKey() {
        write(
                "economies.csv",
                """
                code,key,name_comtrade,kind,is_reporter
                5,KOR,Korea of old,historical,1
                """);
        Economies economies = Reference.load(conf).economies();
        assertThat(economies.byCode(5)).map(Economy::key).contains("KOR");
        assertThat(economies.byKey("KOR")).map(Economy::code).contains(410);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        write("economies.csv", "\uFEFFkey,name_comtrade\r\n\r\nKOR,\"Korea, \"\"South\"\"\"\r\nJPN , Japan\r\n,\r\n");
        assertThatThrownBy(() -> Reference.load(conf)).hasMessageContaining("line 5: key ''");
        write("economies.csv", "\uFEFFkey,name_comtrade\r\n\r\nKOR,\"Korea, \"\"South\"\"\"\r\nJPN , Nippon");
        Economies economies = Reference.load(conf).economies();
        assertThat(economies.byKey("KOR")).map(Economy::nameComtrade).contains("Korea, \"South\"");
        assertThat(economies.byKey("JPN")).map(Economy::nameComtrade).contains("Nippon");
    }

    @Test
    void countsTheLastLineWithoutItsEnd() {
        write("economies.csv", "key,name_comtrade\nKOR,Korea\nXKX,Nowhere");
        assertThatThrownBy(() -> Reference.load(conf)).hasMessageContaining("line 3: key 'XKX'");
    }

    @Test
    void theExamplesOfTheReadmeLoad() throws IOException {
        String readme = Files.readString(Path.of("conf/README.md"));
        for (String paragraph : readme.split("\n\n"))
            if (paragraph.startsWith("    ")) write(fileOf(paragraph.strip()), paragraph.indent(-4));
        Reference reference = Reference.load(conf);
        assertThat(reference.groups().named("MERCOSUR").membersOn(DAY)).containsExactly("ARG", "BOL", "BRA");
        assertThat(reference.products().productsOf(H6, "210111", 6)).contains("COFFEE");
        assertThat(reference.economies().byKey("KOR"))
                .map(Economy::nameComtrade)
                .contains("South Korea");
        assertThat(Indices.load(conf, reference).all())
                .hasSizeGreaterThan(Indices.load(reference).all().size());
    }

    private static String fileOf(String block) {
        return switch (block.substring(0, block.indexOf(','))) {
            case "group_id" -> "groups.csv";
            case "category" -> "product-groups.csv";
            case "index_id" -> "indices.csv";
            default -> "economies.csv";
        };
    }

    @Test
    void theFingerprintDoesNotDependOnTheFolder(@TempDir Path other) throws IOException {
        write("groups.csv", "group_id,economy\nCLUB,FRA\n");
        Files.copy(conf.resolve("groups.csv"), other.resolve("groups.csv"));
        assertThat(Reference.load(other).fingerprint())
                .isEqualTo(Reference.load(conf).fingerprint());
    }

    /** Each says the file, the line, the value, and what to do (after the colon). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            groups.csv         | group_id,economy;CLUB,XXX                                | groups.csv line 2: economy 'XXX' is no known economy: use
            groups.csv         | group_id,economy;CLUB,FRA;CLUB,WLD                       | groups.csv line 3: economy 'WLD' is no known economy: use
            groups.csv         | group_id,economy;CLUB,C899                               | groups.csv line 2: economy 'C899' is no known economy: use
            groups.csv         | group_id,economy,member_from;CLUB,FRA,1/2/2020           | groups.csv line 2: member_from '1/2/2020' is not a date: write
            groups.csv         | group_id,economy,member_to;CLUB,FRA,2023-02-30           | groups.csv line 2: member_to '2023-02-30' is not a date: write
            groups.csv         | group_id,economy,member_from,member_to;CLUB,FRA,2020-01-02,2020-01-01 | groups.csv line 2: member_from '2020-01-02' is after member_to 2020-01-01: exchange
            groups.csv         | group_id,economy,member_to;CLUB,FRA,;CLUB,FRA,2020-01-01 | groups.csv line 3: economy 'FRA' is a member of CLUB twice on a day: part
            groups.csv         | group_id,economy,status;CLUB,FRA,membre                  | groups.csv line 2: status 'membre' is no status: leave it empty or use member
            groups.csv         | group_id,ecomomy;CLUB,FRA                                | groups.csv line 1: unknown column 'ecomomy': use group_id
            groups.csv         | group_id,economy,economy;CLUB,FRA,DEU                    | groups.csv line 1: column 'economy' stands twice: keep
            groups.csv         | group_id,name_en;CLUB,Our club                           | groups.csv line 2: group_id 'CLUB' is a new group without members: add
            groups.csv         | group_id,name_en,economy;CLUB,One,FRA;CLUB,Two,DEU       | groups.csv line 3: name_en 'Two' is a second name of CLUB: give one
            groups.csv         | group_id,economy;rcep,FRA                                | groups.csv line 2: group_id 'rcep' is no id: use capital letters
            groups.csv         | group_id,economy;,FRA                                    | groups.csv line 2: group_id '' must not be empty: fill
            groups.csv         | group_id,economy;FRA,DEU                                 | groups.csv line 2: group_id 'FRA' is the key of an economy: choose
            groups.csv         | group_id,economy;CLUB,FRA,DEU                            | groups.csv line 2: 'DEU' stands under no column of the header: quote
            product-groups.csv | category,hs_code;OIL,27090                               | product-groups.csv line 2: hs_code '27090' is no HS code: write 2, 4 or 6 digits
            product-groups.csv | category,hs_code;OIL,270900;OIL,901                      | product-groups.csv line 3: hs_code '901' is no HS code: write 2, 4 or 6 digits
            product-groups.csv | category,hs_code;OIL,7                                   | product-groups.csv line 2: hs_code '7' is no HS code: write 2, 4 or 6 digits
            product-groups.csv | category,hs_code;OIL,0012                                | product-groups.csv line 2: hs_code '0012' is in no HS chapter: chapters are
            product-groups.csv | category,hs_code,hs_level;OIL,2709,6                     | product-groups.csv line 2: hs_level '6' is not the length of hs_code 2709: correct
            product-groups.csv | category,hs_code,editions;OIL,2709,H3 H7                 | product-groups.csv line 2: editions 'H3 H7' names no HS edition: write
            product-groups.csv | category,hs_code;OIL,2709;OIL,2709                       | product-groups.csv line 3: hs_code '2709' stands twice in OIL: keep
            product-groups.csv | category,hs_code;S05,2709                                | product-groups.csv line 2: category 'S05' is the id of a total or a section: choose
            product-groups.csv | category,hs_code;TOTAL,2709                              | product-groups.csv line 2: category 'TOTAL' is the id of a total or a section: choose
            product-groups.csv | category,hs_code;27,2709                                 | product-groups.csv line 2: category '27' is no id: use
            product-groups.csv | category,name_en;OIL,Oil                                 | product-groups.csv line 2: category 'OIL' is a new category without codes: add
            economies.csv      | key,name_comtrade;XKX,Nowhere                            | economies.csv line 2: key 'XKX' is no known economy: use
            economies.csv      | key,kind;CHN,residual                                    | economies.csv line 2: kind 'residual' needs a code beside it: a key
            economies.csv      | code,key;156,CHI                                         | economies.csv line 2: key 'CHI' is not the key of code 156: write CHN
            economies.csv      | code,key,name_comtrade,kind;898,C898,New,country         | economies.csv line 2: kind 'country' is no kind of economy: use
            economies.csv      | code,name_comtrade;x,New                                 | economies.csv line 2: code 'x' is not a whole number: write
            economies.csv      | code,lldc;156,yes                                        | economies.csv line 2: lldc 'yes' is neither 1 nor 0: write
            """)
    void refusals(String file, String lines, String message) {
        write(file, lines.replace(';', '\n') + "\n");
        assertThatThrownBy(() -> Reference.load(conf))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(conf.resolve(file.strip()) + message.substring(file.length()));
    }

    @Test
    void refusesWhatIsNoCsv() {
        write("groups.csv", "");
        assertRefused("is empty: begin it with a header line");
        write("groups.csv", "group_id,economy,note\nCLUB,FRA,\"open\nCLUB,DEU,\n");
        assertRefused("close its quote");
        write("groups.csv", "group_id,economy,note\nCLUB,FRA,\"a \"wrong\" quote\"\n");
        assertRefused("line 2 is not CSV: put");
        write("groups.csv", "group_id,name_zh,economy\nCLUB,俱乐部,FRA\n", Charset.forName("GB18030"));
        assertRefused("is not UTF-8: save it");
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        Files.createDirectory(conf.resolve("groups.csv"));
        assertRefused("Cannot read");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Reference.load(conf))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("groups.csv")
                .hasMessageContaining(message);
    }

    private void write(String file, String text) {
        write(file, text, StandardCharsets.UTF_8);
    }

    private void write(String file, String text, Charset charset) {
        try {
            Files.writeString(conf.resolve(file), text, charset);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
