package tradelake.tariffs.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import tradelake.harmonise.Flows;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.lake.DrawnTables;
import tradelake.lake.Settings;
import tradelake.reference.EconomiesTable;
import tradelake.reference.GroupsTable;
import tradelake.reference.Reference;
import tradelake.tariffs.production.ProductionFolder;

/** A drawn lake, the tariffs that come with the program, and scenarios of the test's own beside the default. */
final class DrawnStudy {
    static final Reference REFERENCE = Reference.load();

    /** The United States buy three goods; Mexico reports nothing, its partners' exports stand in. */
    private static final String FLOWS =
            """
            year reporter flow partner hs_edition hs_code hs_level residual value_usd
            2024 842      M    156     H6         850760  6        false    100
            2024 842      M    392     H6         850760  6        false    50
            2024 842      M    704     H6         850760  6        false    30
            2024 842      M    156     H6         610910  6        false    40
            2024 842      M    704     H6         610910  6        false    60
            2024 842      M    392     H6         870323  6        false    200
            2024 842      M    124     H6         870323  6        false    80
            2024 842      M    899     H6         870323  6        false    7
            2024 842      M    -1      H6         870323  6        true     9
            2024 842      M    842     H6         870323  6        false    11
            2023 842      M    156     H6         850760  6        false    999
            2024 842      X    156     H6         870323  6        false    20
            2024 392      M    156     H6         850760  6        false    70
            2024 156      X    484     H6         850760  6        false    25
            2024 392      X    484     H6         870323  6        false    35
            """;

    private static final String MATRIX =
            """
            year exporter importer product export_usd import_usd import_fob_usd export_weight value_usd source
            2024 CHN      USA      85      110        105        100            0.5           105       both
            2024 JPN      USA      85      45         50         47             0.5           46        both
            2024 VNM      USA      85      30         -          -              1             30        exporter
            2024 CHN      JPN      85      70         75         72             0.5           71        both
            2024 CHN      MEX      85      25         -          -              1             25        exporter
            2024 CHN      USA      61      40         44         42             0.5           41        both
            2024 VNM      USA      61      55         60         58             0.5           56        both
            2024 CHN      VNM      61      8          8          8              0.5           8         both
            2024 JPN      USA      87      190        210        200            0.5           195       both
            2024 CAN      USA      87      80         80         78             0.5           79        both
            2024 USA      CHN      87      20         22         21             0.5           20.5      both
            2024 JPN      MEX      87      35         -          -              1             35        exporter
            2024 USA      CAN      87      60         60         58             0.5           59        both
            2024 USA      JPN      85      12         12         12             0.5           12        both
            2024 USA      VNM      85      5          5          5              0.5           5         both
            """;

    private final Path folder;

    DrawnStudy(Path folder) {
        this.folder = folder;
    }

    static DrawnTables silver() {
        return new DrawnTables().with(Flows.TABLE, FLOWS).with(Bilateral.TABLE, MATRIX);
    }

    /** A scenario of the test's own; what it says beyond its name goes below. */
    String scenario(String name, String text) {
        return write(name + ".conf", "name = %s\ntitle { en = x, zh = x }\n%s\n".formatted(name, text))
                .toString();
    }

    /** Sales at home of the economies that are drawn, ten times what they trade at most. */
    DrawnStudy withProduction() {
        StringBuilder sales = new StringBuilder("economy,product,home_sales_usd,value_added_share\n");
        for (String economy : List.of("CHN", "JPN", "USA", "VNM", "CAN"))
            for (String section : List.of("S11", "S16", "S17"))
                sales.append("%s,%s,%d,1\n".formatted(economy, section, 1000 + 100 * section.hashCode() % 7));
        write("production/" + ProductionFolder.SALES, sales.toString());
        return this;
    }

    DrawnStudy synthetic() {
        write("production/" + ProductionFolder.SYNTHETIC, "made up");
        return this;
    }

    Study study(int draws, String... scenarios) {
        Settings settings = Settings.read(
                Optional.empty(),
                List.of(
                        "scenarios.production=" + folder.resolve("production"),
                        "scenarios.draws=" + draws,
                        "tariffs.collected=" + collected()));
        return new StudyReader(settings, REFERENCE, Path.of("").toAbsolutePath()).read(List.of(scenarios));
    }

    /** The lake with the tables of tariffs, and what the models answer on it. */
    static DrawnTables rated(Study study) {
        DrawnTables tables = silver();
        tables.with(AppliedTariffs.TABLE, tables.make(new AppliedTariffs(study, REFERENCE)));
        return tables.with(EffectiveTariffs.TABLE, tables.make(new EffectiveTariffs(study, REFERENCE)));
    }

    static void register(DrawnTables tables, ScenarioAnswers answers) {
        tables.read(Flows.TABLE).createOrReplaceTempView("silver_flows");
        for (var table : List.of(AppliedTariffs.TABLE, EffectiveTariffs.TABLE))
            tables.read(table).createOrReplaceTempView(view(table.name()));
        view(tables, answers.bilateral(), ScenarioTables.BILATERAL);
        view(tables, answers.country(), ScenarioTables.COUNTRY);
        tables.make(new GroupsTable(REFERENCE)).createOrReplaceTempView("gold_groups");
        tables.make(new EconomiesTable(REFERENCE)).createOrReplaceTempView("gold_economies");
    }

    private static void view(DrawnTables tables, List<Row> rows, tradelake.lake.Table table) {
        tables.of(table, rows).createOrReplaceTempView(view(table.name()));
    }

    static String view(String sql) {
        return sql.replaceAll("\\b(gold|silver)\\.", "$1_");
    }

    /** What customs of the United States collected of two goods; their CSV has codes of partners. */
    DrawnStudy withCollectedDuties() {
        write(
                "collected/usa.csv",
                "CTY_CODE,HS6,imports,duty\n5700,850760,100,20\n5700,610910,100,10\n5880,870323,200,6\n9999,870323,5,5\n");
        return this;
    }

    private String collected() {
        Path duties = folder.resolve("collected");
        return Files.exists(duties) ? duties.toString() : "off";
    }

    private Path write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
