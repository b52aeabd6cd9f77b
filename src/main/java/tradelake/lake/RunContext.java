package tradelake.lake;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What a run is given.
 *
 * @param run its id, sortable after all earlier ones
 * @param code version of the program
 * @param settings every setting in force, for the manifest
 * @param labels what must be said over every answer of the run
 * @param stepsAtOnce how many steps may run side by side, 1 or more
 * @param stillMine throws {@link TryLater} where another run has taken the lake over
 */
public record RunContext(
        String run,
        Lake lake,
        Story story,
        Clock clock,
        String code,
        Map<String, String> settings,
        List<String> labels,
        int stepsAtOnce,
        Runnable stillMine) {}
