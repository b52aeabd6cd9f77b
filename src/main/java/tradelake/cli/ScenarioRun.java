package tradelake.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import tradelake.lake.CheckFailed;
import tradelake.lake.Finding;
import tradelake.lake.Table;
import tradelake.tariffs.simulate.ResultTable;
import tradelake.tariffs.study.AppliedTariffs;
import tradelake.tariffs.study.EffectiveTariffs;
import tradelake.tariffs.study.ScenarioAnswers;
import tradelake.tariffs.study.ScenarioResults;
import tradelake.tariffs.study.ScenarioTables;
import tradelake.tariffs.study.Study;

/** Answers scenarios on the published run: the rows of the four tables, none of which reach the lake. */
record ScenarioRun(OpenLake lake, Consumer<String> notes) {
    /** What the models say of each economy first, for it is what a hurried reader wants. */
    List<ResultTable> of(List<String> names) {
        Study study = lake.studies().read(names);
        PublishedTables tables = new PublishedTables(lake);
        List<Row> applied = tables.make(new AppliedTariffs(study, lake.reference()));
        List<Row> effective = tables.make(new EffectiveTariffs(study, lake.reference()));
        boolean synthetic = lake.labels().contains(Refresh.SYNTHETIC);
        ScenarioAnswers answers = new ScenarioResults(study, lake.reference(), synthetic).answers(tables);
        answers.findings().stream().map(Finding::message).forEach(notes);
        if (answers.country().isEmpty()) throw new CheckFailed("No model could be run; the lines above say why.");
        return List.of(
                result(ScenarioTables.COUNTRY, answers.country()),
                result(ScenarioTables.BILATERAL, answers.bilateral()),
                result(EffectiveTariffs.TABLE, effective),
                result(AppliedTariffs.TABLE, applied));
    }

    private static ResultTable result(Table table, List<Row> rows) {
        Iterable<Object[]> cells = () -> cells(rows.iterator());
        return new ResultTable(
                table.shortName(),
                table.fields().stream().map(field -> field.name()).toList(),
                StreamSupport.stream(cells.spliterator(), false).toList());
    }

    private static Iterator<Object[]> cells(Iterator<Row> rows) {
        return new RowCells(rows);
    }
}
