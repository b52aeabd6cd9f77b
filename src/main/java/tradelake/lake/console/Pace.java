package tradelake.lake.console;

import java.util.HashMap;
import java.util.Map;

/** Which steps run, and whether it is time for another line on one of them: log files are not to fill up. */
final class Pace {
    private final long between;
    private final Map<String, Long> lastLines = new HashMap<>();

    /** Lines on a step at least so far apart, in the unit of the times that are given. */
    Pace(long between) {
        this.between = between;
    }

    void started(String step, long now) {
        lastLines.put(step, now);
    }

    void ended(String step) {
        lastLines.remove(step);
    }

    /** Whether the step runs and was not told of for long enough; if so it counts as told now. */
    boolean isDue(String step, long now) {
        Long last = lastLines.get(step);
        if (last == null || now - last < between) return false;
        lastLines.put(step, now);
        return true;
    }
}
