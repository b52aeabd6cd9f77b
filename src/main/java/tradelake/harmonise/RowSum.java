package tradelake.harmonise;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tradelake.sources.ExactSum;

/** One row for several published ones of the same flow, partner and code: the months of a year, the tariff lines of a code. */
final class RowSum {
    private RowSum() {}

    /** Weights and quantities are added only where each row gives them, and quantities only of one unit. */
    static PublishedRow of(List<PublishedRow> rows) {
        PublishedRow first = rows.get(0);
        boolean oneUnit =
                rows.stream().map(PublishedRow::quantityUnit).distinct().count() == 1;
        return new PublishedRow(
                first.release(),
                PublishedRow.NO_LINE,
                first.typeCode(),
                first.freqCode(),
                first.reporter(),
                first.year(),
                PublishedRow.ALL_YEAR,
                first.flow(),
                first.partner(),
                first.partner2(),
                first.classification(),
                first.code(),
                first.customs(),
                first.mos(),
                first.mot(),
                sum(rows, PublishedRow::value),
                sum(rows, PublishedRow::cif),
                sum(rows, PublishedRow::fob),
                sum(rows, PublishedRow::netWeight),
                oneUnit ? sum(rows, PublishedRow::quantity) : null,
                oneUnit ? first.quantityUnit() : null);
    }

    private static Double sum(List<PublishedRow> rows, Function<PublishedRow, Double> amount) {
        if (rows.stream().map(amount).anyMatch(Objects::isNull)) return null;
        ExactSum sum = new ExactSum();
        rows.forEach(row -> sum.add(amount.apply(row)));
        return sum.total().doubleValue();
    }
}
