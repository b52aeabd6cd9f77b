package tradelake.cli;

import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tradelake.lake.BadInput;
import tradelake.serve.Answer;
import tradelake.serve.SnapshotReader;
import tradelake.tariffs.schedule.Import;
import tradelake.tariffs.study.AppliedTariffs;
import tradelake.tariffs.study.TariffColumns;

/**
 * What an importer buys by the published lake, to weight its rates with: imports by exporter and HS6 as gold.applied_tariffs has
 * them, of the latest year there.
 */
final class LakeImports {
    private static final String QUESTION =
            """
            SELECT DISTINCT %1$s, %2$s, %3$s FROM %4$s
            WHERE %5$s = '%6$s' AND %7$s = (SELECT max(%7$s) FROM %4$s WHERE %5$s = '%6$s')"""
                    .formatted(
                            EXPORTER.name(),
                            TariffColumns.HS6.name(),
                            TariffColumns.IMPORT_VALUE.name(),
                            AppliedTariffs.TABLE.name(),
                            IMPORTER.name(),
                            "%1$s",
                            AppliedTariffs.IMPORT_YEAR.name());

    private LakeImports() {}

    static List<Import> of(Setup setup, String importer) {
        try (SnapshotReader snapshot = SqlEngines.snapshot(setup)) {
            snapshot.labels().forEach(setup.teller()::note);
            List<Import> imports = of(snapshot, importer);
            if (imports.isEmpty())
                throw new BadInput(
                        "The lake has no imports by HS6 of %s under a scenario: give --weights FILE, or refresh with a scenario that names it."
                                .formatted(importer));
            return imports;
        }
    }

    private static List<Import> of(SnapshotReader snapshot, String importer) {
        List<Import> imports = new ArrayList<>();
        try (Answer rows = snapshot.query(QUESTION.formatted(importer.replace("'", "''")))) {
            rows.forEachRemaining(row -> imports.add(new Import(
                    (String) row[0], (String) row[1], ((Number) row[2]).doubleValue(), OptionalDouble.empty())));
        }
        return imports;
    }
}
