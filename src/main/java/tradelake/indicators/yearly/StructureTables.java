package tradelake.indicators.yearly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tradelake.indicators.measures.Structure;
import tradelake.lake.Field;
import tradelake.lake.Table;

/**
 * gold.complementarity and gold.export_similarity: what one listed economy exports beside what another imports, or exports,
 * by the chapters' shares ({@link Structure}).
 */
final class StructureTables implements YearlyIndicator {
    private static final long serialVersionUID = 1;
    private static final List<Field<String>> PAIR = List.of(Keys.EXPORTER, Keys.IMPORTER);
    private static final Field<String> OTHER = Keys.EXPORTER.named(
            "other_exporter", tradelake.lake.Text.of("Key of the economy compared with", "比较对象的代码"));
    private static final List<Field<String>> EXPORTERS = List.of(Keys.EXPORTER, OTHER);
    private static final List<Field<Double>> COMPLEMENTARITY = List.of(Keys.fraction(
            "complementarity",
            "1 - half the sum of differences between export and import shares: 0 nothing in common, 1 the same",
            "1 减出口与进口份额之差绝对值和的一半：0 无共同，1 相同"));
    private static final List<Field<Double>> SIMILARITY =
            List.of(Keys.fraction("similarity", "Sum of the smaller share in each chapter: 0 to 1", "各章较小份额之和，0 至 1"));

    static final Table COMPLEMENTARITY_TABLE = Keys.table("complementarity", PAIR, COMPLEMENTARITY)
            .meaning(
                    "How well what a listed economy exports fits what another imports, by chapters, traded or not (Michaely).",
                    "所列经济体出口结构与另一方进口结构的互补性（按章，Michaely 指数），无论是否有双边贸易。")
            .always("is_a_fraction", "complementarity BETWEEN -1e-9 AND 1 + 1e-9")
            .example(
                    """
                    SELECT exporter, complementarity
                    FROM gold.complementarity
                    WHERE importer = 'CHN' AND year = 2019 AND basis = 'as_reported'
                    ORDER BY complementarity DESC LIMIT 10""")
            .build();
    static final Table SIMILARITY_TABLE = Keys.table("export_similarity", EXPORTERS, SIMILARITY)
            .meaning(
                    "How alike the exports of two listed economies are, by chapters (Finger and Kreinin); each pair both ways.",
                    "所列两经济体出口结构的相似度（按章，Finger-Kreinin 指数），双向列出。")
            .always("is_a_fraction", "similarity BETWEEN -1e-9 AND 1 + 1e-9")
            .example(
                    """
                    SELECT other_exporter, similarity
                    FROM gold.export_similarity
                    WHERE exporter = 'VNM' AND year = 2019 AND basis = 'as_reported'
                    ORDER BY similarity DESC LIMIT 10""")
            .build();

    private final HashSet<String> listed;
    private final boolean ofExports;

    private StructureTables(Set<String> listed, boolean ofExports) {
        this.listed = new HashSet<>(listed);
        this.ofExports = ofExports;
    }

    static YearlyIndicator complementarity(Set<String> listed) {
        return new StructureTables(listed, false);
    }

    static YearlyIndicator similarity(Set<String> listed) {
        return new StructureTables(listed, true);
    }

    @Override
    public Table table() {
        return ofExports ? SIMILARITY_TABLE : COMPLEMENTARITY_TABLE;
    }

    @Override
    public List<Field<String>> key() {
        return ofExports ? EXPORTERS : PAIR;
    }

    @Override
    public List<Field<Double>> measures() {
        return ofExports ? SIMILARITY : COMPLEMENTARITY;
    }

    @Override
    public Stream<Cells> of(YearPanel now, YearPanel before) {
        OneWay others = ofExports ? now.exports() : now.imports();
        return now.exporters(listed).stream().flatMap(exporter -> others.reporters().stream()
                .filter(other -> listed.contains(other) && !other.equals(exporter))
                .map(other -> new Cells(
                        List.of(exporter, other),
                        compare(Structure.of(now.exports().of(exporter)), Structure.of(others.of(other))))));
    }

    private double compare(Structure exports, Structure other) {
        return ofExports ? exports.similarity(other) : exports.complementarity(other);
    }
}
