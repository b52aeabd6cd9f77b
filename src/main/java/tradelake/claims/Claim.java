package tradelake.claims;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure that a report has published, and how it may be computed; which definition is the primary one is fixed here, before
 * anything is computed.
 *
 * @param says its wording, quoted or condensed
 * @param published empty where the report prints no number
 * @param definitions the primary first, by name; empty where {@code reason} says why there is none
 * @param reason why goods data cannot say, empty where they can
 * @param note what the wording leaves open
 */
record Claim(
        String id,
        String says,
        String source,
        Optional<Published> published,
        Map<String, Definition> definitions,
        String reason,
        String note) {
    static final String PRIMARY = "primary";

    Claim {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /** One result for each definition; one alone where there is none. */
    List<Result> evaluate(Trade trade, boolean synthetic) {
        if (definitions.isEmpty())
            return List.of(new Result(this, PRIMARY, Optional.empty(), reason, Verdict.NOT_COMPUTABLE));
        return definitions.keySet().stream()
                .map(variant -> Result.of(this, variant, trade, synthetic))
                .toList();
    }
}
