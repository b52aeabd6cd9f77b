package tradelake.rcep;

import java.util.List;
import java.util.Set;
import tradelake.gravity.Lanes;
import tradelake.lake.Finding;
import tradelake.lake.RunningWork;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Work;
import tradelake.lake.Years;
import tradelake.reference.Agreements;
import tradelake.reference.Reference;

/**
 * Makes gold.rcep_event_study: an {@link EventStudy} of all goods, and of all but fuels (HS 27) and precious metals (HS 71). The
 * panels, one number a pair and year, are brought to where the run is led from.
 */
public final class EventStudies implements Work {
    private static final Set<String> FUELS_AND_METALS = Set.of("27", "71");

    private final PairTrade trade;
    private final Agreements agreements;
    private final EventStudyDesign study;
    private final String dependsOn;

    /** @param known groups and economies whose agreements with anyone are listed */
    public EventStudies(
            Reference reference, Agreements agreements, Years years, List<String> known, EventStudyDesign study) {
        this.trade = PairTrade.of(reference, years, known);
        this.agreements = agreements;
        this.study = study;
        this.dependsOn = reference.fingerprint() + agreements.fingerprint() + years + trade.known() + study;
    }

    @Override
    public String name() {
        return EventStudyTable.TABLE.name();
    }

    @Override
    public List<Table> outputs() {
        return List.of(EventStudyTable.TABLE);
    }

    @Override
    public List<Table> inputs() {
        return PairTrade.INPUTS;
    }

    @Override
    public String dependsOn() {
        return dependsOn;
    }

    @Override
    public void perform(RunningWork run) {
        EventStudy answers = answers(run);
        run.overwrite(EventStudyTable.TABLE, run.of(EventStudyTable.TABLE, answers.rows()));
        answers.problems()
                .forEach((name, why) -> run.note(new Finding("study-without-estimates", name + ": " + why, 1)));
        answers.leftOut().forEach(run::note);
    }

    EventStudy answers(Tables in) {
        Doses doses = new Doses(agreements, trade.years());
        try (Lanes lanes = Lanes.all()) {
            return new EventStudy(study, new Entries(agreements, doses), doses, lanes)
                    .onAllGoods(trade.allGoodsWithout(Set.of(), in))
                    .besideControls(trade.allGoodsWithout(FUELS_AND_METALS, in));
        }
    }
}
