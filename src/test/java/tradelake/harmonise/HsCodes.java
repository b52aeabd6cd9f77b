package tradelake.harmonise;

import java.util.List;

/** A few codes of all levels, chapter 99 among them. */
final class HsCodes {
    static final List<String> FINEST = List.of("270900", "271012", "271019", "440110", "440130", "999999", "9999AA");
    static final List<String> SOME = List.of(
            "TOTAL", "27", "2709", "270900", "2710", "271012", "271019", "44", "4401", "440110", "440130", "99", "9999",
            "999999", "9999AA");

    private HsCodes() {}
}
