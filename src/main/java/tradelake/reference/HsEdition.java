package tradelake.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An edition of the Harmonized System, by the code that UN Comtrade gives it. */
public enum HsEdition {
    H0(1992),
    H1(1996),
    H2(2002),
    H3(2007),
    H4(2012),
    H5(2017),
    H6(2022);

    private final int year;

    HsEdition(int year) {
        this.year = year;
    }

    /** The year after which the edition is named: 2007 for H3. */
    public int year() {
        return year;
    }

    /** Such as HS2007. */
    public String title() {
        return "HS" + year;
    }

    /** The edition of a classification code; empty for SITC (S1..S4), BEC (B4, B5) and anything else. */
    public static Optional<HsEdition> parse(String classificationCode) {
        String code = classificationCode.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(e -> e.name().equals(code)).findFirst();
    }
}
