package tradelake.harmonise.mirror;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tradelake.lake.Fingerprint;
import tradelake.reference.Economies;
import tradelake.reference.EconomyPair;

/** How far economies lie from each other, which share a border and which have no coast; by pair, without a direction. */
public record GravityVariables(SortedMap<EconomyPair, PairGeography> pairs) implements Serializable {
    private static final String OFF = "off";

    public GravityVariables {
        pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
    }

    /** From a file; none where its name is {@value #OFF}. */
    public static GravityVariables of(Path folder, String file, Economies economies) {
        return file.equals(OFF) ? none() : GravityFile.read(folder.resolve(file), economies);
    }

    public static GravityVariables none() {
        return new GravityVariables(new TreeMap<>());
    }

    /** SHA-256 in hex over all pairs. */
    public String fingerprint() {
        return Fingerprint.of(List.of(pairs.toString()));
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    Optional<PairGeography> between(String one, String other) {
        return Optional.ofNullable(pairs.get(EconomyPair.of(one, other)));
    }
}
