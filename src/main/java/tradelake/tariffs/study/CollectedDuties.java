package tradelake.tariffs.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.reference.Economies;
import tradelake.reference.Products;
import tradelake.tariffs.schedule.Collected;
import tradelake.tariffs.schedule.Import;
import tradelake.tariffs.schedule.ImportsFile;
import tradelake.tariffs.schedule.Schedules;

/**
 * What importers' customs collected, where a file says so: ISO3.csv or ISO3.parquet in small letters.
 *
 * @param folder of these files; none where nothing is known
 * @param law whose codes of partners a file may use
 */
record CollectedDuties(Optional<Path> folder, Schedules law, Products products) {
    private record Key(String exporter, String product) {}

    /** importer, exporter or WLD, product, rate: products are all goods, sections and chapters, as far as a file has HS6. */
    List<Row> rows(SortedSet<String> importers) {
        List<Row> rows = new ArrayList<>();
        for (String importer : importers)
            file(importer).ifPresent(file -> Collected.rates(ImportsFile.collected(file, law.of(importer)), this::keys)
                    .forEach((key, rate) -> rows.add(RowFactory.create(importer, key.exporter, key.product, rate))));
        return rows;
    }

    private Optional<Path> file(String importer) {
        return folder.flatMap(in -> Stream.of(".csv", ".parquet")
                .map(ending -> in.resolve(importer.toLowerCase(Locale.ROOT) + ending))
                .filter(Files::exists)
                .findFirst());
    }

    private Stream<Key> keys(Import one) {
        return Stream.of(one.exporter(), Economies.EVERYONE)
                .flatMap(exporter -> products(one.hs6()).map(product -> new Key(exporter, product)));
    }

    private Stream<String> products(String hs6) {
        String total = Products.TOTAL.id();
        return hs6.isEmpty()
                ? Stream.of(total)
                : Stream.of(total, products.sectionOf(hs6), hs6.substring(0, 2)).distinct();
    }
}
