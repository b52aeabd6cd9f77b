package tradelake.lake;

import java.util.List;

/** Who is told what a run does, while it does it: a console with a bar, plain lines, or JSON lines. */
public interface Story {
    /** What will be made and why, and what is fresh. */
    void plan(List<Planned> plan);

    /** A step begins; its meaning is what the Spark UI shows too. */
    void started(String work, String meaning);

    void finished(Manifest.WorkReport report);

    /** One line for the person who waits. */
    void note(String text);

    /** The end table and the findings by kind, most rows first. */
    void ended(Manifest manifest);

    /**
     * One step of a plan.
     *
     * @param reason why it is stale, or "fresh"
     * @param tables what it makes
     */
    record Planned(String work, boolean stale, String reason, List<String> tables) {}

    /** Tells nobody. */
    Story SILENT = new Story() {
        @Override
        public void plan(List<Planned> plan) {}

        @Override
        public void started(String work, String meaning) {}

        @Override
        public void finished(Manifest.WorkReport report) {}

        @Override
        public void note(String text) {}

        @Override
        public void ended(Manifest manifest) {}
    };
}
