package tradelake.tariffs.study;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static tradelake.harmonise.mirror.Bilateral.EXPORTER;
import static tradelake.harmonise.mirror.Bilateral.IMPORTER;
import static tradelake.reference.Columns.HS_CODE;
import static tradelake.reference.Columns.HS_EDITION;
import static tradelake.reference.Columns.HS_LEVEL;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_CODE;
import static tradelake.reference.Columns.REPORTER;
import static tradelake.reference.Columns.REPORTER_CODE;
import static tradelake.reference.Columns.VALUE_USD;
import static tradelake.reference.Columns.YEAR;
import static tradelake.tariffs.study.TariffColumns.HS6;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.EconomyKeys;
import tradelake.harmonise.Fields;
import tradelake.harmonise.Flows;
import tradelake.harmonise.SteadySum;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Economy;
import tradelake.reference.HsEdition;
import tradelake.reference.Reference;

/**
 * What importers buy by exporter and HS6, in the edition of the schedules: as they report it, in the year asked for or else in
 * the latest that there is; and where one reports nothing in that edition, as its partners report their exports to it.
 */
final class ImportCells {
    /** The edition of the codes in conf/tariffs. */
    static final HsEdition EDITION = HsEdition.H6;

    static final Field<Boolean> REPORTED =
            Field.flag("reported", Text.of("The importer's own report, not its partners'", "进口方自身报告，而非伙伴方报告"));

    private static final int DIGITS = 6;

    private final Reference reference;
    private final Tables in;

    ImportCells(Reference reference, Tables in) {
        this.reference = reference;
        this.in = in;
    }

    /**
     * What was found.
     *
     * @param cells importer, exporter, hs6, year, reported, value_usd as published
     * @param years in which there is trade, by importer
     */
    record Found(Dataset<Row> cells, SortedMap<String, SortedSet<Integer>> years) {
        private Found in(Collection<Integer> wanted) {
            SortedMap<Integer, List<String>> importers = new TreeMap<>();
            years.forEach((importer, there) -> wanted.stream()
                    .map(year -> nearest(there, year))
                    .distinct()
                    .forEach(year -> importers
                            .computeIfAbsent(year, y -> new ArrayList<>())
                            .add(importer)));
            Column needed = lit(false);
            for (var year : importers.entrySet())
                needed = needed.or(
                        YEAR.col().equalTo(year.getKey()).and(IMPORTER.col().isInCollection(year.getValue())));
            return new Found(cells.filter(needed), years);
        }

        private Found and(Found other) {
            SortedMap<String, SortedSet<Integer>> all = new TreeMap<>(years);
            all.putAll(other.years);
            return new Found(cells.unionByName(other.cells), all);
        }
    }

    /** Only what some importer needs is read. */
    Found of(Collection<String> importers, Collection<Integer> years) {
        Found reported = found(importers, true).in(years);
        List<String> silent = importers.stream()
                .filter(importer -> !reported.years.containsKey(importer))
                .toList();
        return silent.isEmpty() ? reported : reported.and(found(silent, false).in(years));
    }

    /** The year to take where one is asked for: itself if there is trade, else the latest. */
    static int nearest(SortedSet<Integer> there, int wanted) {
        return there.contains(wanted) ? wanted : there.last();
    }

    private Found found(Collection<String> importers, boolean reported) {
        Dataset<Row> rows = rows(importers, reported);
        SortedMap<String, SortedSet<Integer>> years = new TreeMap<>();
        for (Row row : rows.select(Fields.columns(IMPORTER, YEAR)).distinct().collectAsList())
            years.computeIfAbsent(IMPORTER.in(row), importer -> new TreeSet<>()).add(YEAR.in(row));
        Dataset<Row> cells = rows.groupBy(Fields.columns(IMPORTER, EXPORTER, HS6, YEAR, REPORTED))
                .agg(VALUE_USD.as(SteadySum.of(VALUE_USD.col())));
        return new Found(cells, years);
    }

    private Dataset<Row> rows(Collection<String> importers, boolean reported) {
        Field<Integer> side = reported ? REPORTER_CODE : PARTNER_CODE;
        Dataset<Row> rows = in.read(Flows.TABLE)
                .filter(YEAR.col()
                        .geq(EDITION.year())
                        .and(HS_EDITION.col().equalTo(EDITION.name()))
                        .and(HS_LEVEL.col().equalTo(DIGITS))
                        .and(Flows.PUBLISHED_FLOW.col().equalTo(reported ? "M" : "X"))
                        .and(side.col().isInCollection(codes(importers)))
                        .and(VALUE_USD.col().gt(0)));
        EconomyKeys keys = new EconomyKeys(reference.economies());
        Dataset<Row> named =
                keys.inPlaceOf(PARTNER_CODE, PARTNER, keys.inPlaceOf(REPORTER_CODE, REPORTER, rows, in), in);
        Field<String> importer = reported ? REPORTER : PARTNER, exporter = reported ? PARTNER : REPORTER;
        return named.filter(
                        keys.isEconomy(exporter.col()).and(not(REPORTER.col().equalTo(PARTNER.col()))))
                .select(
                        IMPORTER.as(importer.col()),
                        EXPORTER.as(exporter.col()),
                        HS6.as(HS_CODE.col()),
                        YEAR.col(),
                        REPORTED.as(reported),
                        VALUE_USD.col());
    }

    private List<Integer> codes(Collection<String> keys) {
        return reference.economies().all().stream()
                .filter(economy -> keys.contains(economy.key()))
                .map(Economy::code)
                .toList();
    }
}
