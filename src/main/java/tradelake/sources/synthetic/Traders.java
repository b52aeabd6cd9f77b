package tradelake.sources.synthetic;

import com.univocity.parsers.common.record.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tradelake.reference.Economies;
import tradelake.reference.Economy;
import tradelake.reference.EconomyKind;
import tradelake.sources.synthetic.Noise.Draw;

/** The economies of the world: those of the list, and at scale as many other partners as asked for. */
record Traders(List<Trader> all) {
    static final int WORLD = 0;
    static final int AREAS_NES = 899;
    static final int BUNKERS = 837;

    static Traders of(Economies known, int morePartners, Noise noise) {
        List<Trader> traders = new ArrayList<>();
        for (Record row : Embedded.rows("economies.csv")) {
            Economy economy = known.byCode(row.getInt("code")).orElseThrow();
            traders.add(Trader.from(row, traders.size(), economy.key(), economy.nameComtrade()));
        }
        Set<String> taken = traders.stream().map(Trader::key).collect(Collectors.toSet());
        known.all().stream()
                .filter(e -> e.kind() == EconomyKind.ECONOMY && e.isReporter() && e.isPartner())
                .filter(e -> e.exitYear().isEmpty() && !taken.contains(e.key()))
                .limit(morePartners)
                .forEach(e -> traders.add(Trader.partner(
                        traders.size(),
                        e.code(),
                        e.key(),
                        e.nameComtrade(),
                        0.05 * noise.factor(1, Draw.SIZE, e.code(), 0, 0))));
        return new Traders(List.copyOf(traders));
    }

    List<Trader> reporters() {
        return all.stream().filter(Trader::reports).toList();
    }

    Trader coded(int code) {
        return all.stream().filter(t -> t.code() == code).findFirst().orElseThrow();
    }

    int size() {
        return all.size();
    }
}
