package tradelake.lake.console;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the last line of a terminal: name, tasks done of those known, time gone and expected. */
final class TaskBar implements AutoCloseable {
    private static final String START_OF_LINE_AND_WIPE = "\r\u001b[K";
    private static final int MILLIS_BETWEEN_DRAWINGS = 250;

    private final PrintWriter err;
    private final ProgressBar bar;

    TaskBar(String name, PrintWriter err, int columns) {
        this.err = err;
        // The library would look for the terminal's width with a native library; it is told instead.
        var line = new DelegatingProgressBarConsumer(this::draw, columns - 1);
        this.bar = ProgressBar.builder()
                .setTaskName(name)
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                .setConsumer(line)
                .build();
    }

    void show(int done, int known) {
        bar.maxHint(known);
        bar.stepTo(done);
    }

    /** Makes room for a line of text; the bar is drawn again below it. */
    void wipe() {
        err.print(START_OF_LINE_AND_WIPE);
    }

    private void draw(String text) {
        err.print(START_OF_LINE_AND_WIPE + text.strip());
        err.flush();
    }

    @Override
    public void close() {
        bar.close();
        wipe();
        err.flush();
    }
}
