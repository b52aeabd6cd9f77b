package tradelake.tariffs.schedule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cells that hold several words, parted by blanks. */
final class Words {
    private Words() {}

    static Set<String> of(String text) {
        return text.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(text.strip().split("\\s+")));
    }
}
