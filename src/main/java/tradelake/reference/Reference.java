package tradelake.reference;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tradelake.lake.Fingerprint;

/** Everything known before a trade file is read: economies, groups, products and control totals. */
public record Reference(Economies economies, Groups groups, Products products, ControlTotals controlTotals) {
    /** As built in. */
    public static Reference load() {
        return load((file, columns) -> new Csv(List.of()));
    }

    /** As built in, changed by the user's economies.csv, groups.csv and product-groups.csv in a folder, where they exist. */
    public static Reference load(Path confDir) {
        return load((file, columns) -> Csv.ofUser(confDir, file, columns));
    }

    private static Reference load(BiFunction<String, List<String>, Csv> user) {
        Economies economies =
                Economies.of(Csv.builtIn(Economy.FILE, Economy.COLUMNS), user.apply(Economy.FILE, Economy.COLUMNS));
        Groups groups =
                Groups.of(Csv.builtIn(Groups.FILE, Groups.COLUMNS), user.apply(Groups.FILE, Groups.COLUMNS), economies);
        Products products = Products.of(
                Csv.builtIn(HsSection.FILE, HsSection.COLUMNS),
                Csv.builtIn(HsChapter.FILE, HsChapter.COLUMNS),
                Csv.builtIn(ProductGroup.FILE, ProductGroup.COLUMNS),
                user.apply(ProductGroup.FILE, ProductGroup.COLUMNS));
        return new Reference(
                economies, groups, products, ControlTotals.of(Csv.builtIn(ControlTotal.FILE, ControlTotal.COLUMNS)));
    }

    /** SHA-256 in hex over all content: what depends on it is stale when this differs. */
    public String fingerprint() {
        return fingerprint(Stream.concat(Stream.of(groups.all()), withoutGroups()));
    }

    /** The same for what no group changes. */
    public String fingerprintWithoutGroups() {
        return fingerprint(withoutGroups());
    }

    private Stream<Collection<?>> withoutGroups() {
        return Stream.of(
                economies.all(), products.sections(), products.chapters(), products.categories(), controlTotals.all());
    }

    private static String fingerprint(Stream<Collection<?>> parts) {
        MessageDigest digest = Fingerprint.sha256();
        for (Collection<?> part : parts.toList())
            for (Object entry : part) digest.update((entry + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
