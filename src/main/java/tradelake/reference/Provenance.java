package tradelake.reference;

import tradelake.lake.Field;
import tradelake.lake.Text;

/** The columns that say where a row of reference data comes from. */
final class Provenance {
    static final Field<String> SOURCE = Field.code("source", Text.of("Where this is taken from", "资料来源"));
    static final Field<String> CONFIDENCE = Field.code(
            "confidence", Text.of("high, medium or low; user for a user's own line", "可信度：高、中、低；user 为用户自定义"));

    private Provenance() {}
}
