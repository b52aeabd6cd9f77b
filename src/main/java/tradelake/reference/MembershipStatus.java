package tradelake.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an economy belongs to a group, and whether that counts it as a member. */
public enum MembershipStatus {
    MEMBER(true),
    SIGNATORY(true),
    BENEFICIARY(true),
    PARTNER(true),
    /** In a group of applicants. */
    CANDIDATE(true),
    /** In a publisher's statistical list. */
    STATISTICAL(true),
    /** In a list made by analysts, with no official one. */
    ANALYST(true),
    /** Inferred from published totals. */
    INFERRED(true),
    EXITED(true),
    GRADUATED(true),
    /** Invited without having joined. */
    INVITED(false),
    /** Listed by a source without a date that could be found. */
    UNCONFIRMED(false);

    private final boolean counts;

    MembershipStatus(boolean counts) {
        this.counts = counts;
    }

    public boolean counts() {
        return counts;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MembershipStatus of(Line line, String column) {
        return Arrays.stream(values())
                .filter(s -> s.label().equals(line.text(column, MEMBER.label())))
                .findFirst()
                .orElseThrow(() -> line.bad(column, "is no status: leave it empty or use " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(MembershipStatus::label).collect(Collectors.joining(", "));
    }
}
