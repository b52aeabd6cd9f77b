package tradelake.tariffs.schedule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tradelake.reference.Line;

/**
 * One duty as law has it for some countries and days.
 *
 * @param id such as IE-REC-JP
 * @param layer measures of one layer replace one another, those of different layers add up
 * @param authority the law it rests on; others may give way to all measures of an authority
 * @param rate a fraction of the value
 * @param exempt which exemptions count
 * @param yieldsTo the authority whose measures displace this one on the goods they cover, or empty
 * @param applied whether it counts unless a scenario says otherwise: what was only announced does not
 * @param legalStatus such as "in force" or "struck down 20 February 2026"
 */
public record Measure(
        String id,
        String layer,
        String authority,
        String instrument,
        Validity validity,
        Scope scope,
        Kind kind,
        double rate,
        List<Exemption.Use> exempt,
        String yieldsTo,
        boolean applied,
        String legalStatus,
        String source,
        String confidence)
        implements Serializable {
    static Measure of(Line line, ProductLists lists) {
        double rate = line.decimal("rate");
        if (!(rate >= 0)) throw line.bad("rate", "is no rate: it must be a fraction, such as 0.15 for 15 per cent");
        return new Measure(
                line.required("measure"),
                line.required("layer"),
                line.required("authority"),
                line.text("instrument"),
                Validity.of(line),
                Scope.of(line, lists),
                Kind.of(line),
                rate,
                Words.of(line.text("exempt")).stream()
                        .map(text -> Exemption.Use.of(text, line))
                        .toList(),
                line.text("yields_to"),
                !line.text("applied").equals("0"),
                line.required("legal_status"),
                line.required("source"),
                line.required("confidence"));
    }

    /**
     * A measure that is not law but supposed, from a day on.
     *
     * @param exporters economies or {@code *}
     * @param codes HS codes of two, four or six digits; all goods if there are none
     */
    public static Measure supposed(
            String id, String layer, Set<String> exporters, Set<String> codes, Kind kind, double rate, LocalDate from) {
        return new Measure(
                id,
                layer,
                "supposed",
                "",
                new Validity(exporters, from, LocalDate.MAX, from, LocalDate.MIN),
                new Scope("", codes),
                kind,
                rate,
                List.of(),
                "",
                true,
                "supposed",
                "scenario",
                "user");
    }

    boolean isStruckDown() {
        return legalStatus.startsWith("struck down");
    }
}
