package tradelake.rcep;

import java.util.List;
import java.util.Set;
import tradelake.lake.Years;
import tradelake.reference.EconomyPair;

/**
 * The choices of an event study.
 *
 * @param trend years of a pair's own trend, before any entry
 * @param quiet a pair outside RCEP is a control if no agreement between the two starts or ends in these years
 * @param controlsA pairs of a member and an outsider
 * @param controlsB pairs of outsiders
 * @param placeboYears how much earlier RCEP is taken to be in force in the placebo of dates
 * @param placeboMembers who is taken to have it in the placebo of members
 */
public record EventStudyDesign(
        Years trend,
        Years quiet,
        List<EconomyPair> controlsA,
        List<EconomyPair> controlsB,
        int placeboYears,
        Set<String> placeboMembers) {}
