package tradelake.sources.fetch;

import java.time.Duration;
import java.time.Instant;

/** The clock, and how to wait. */
public interface Times {
    Instant now();

    void pause(Duration time);

    /** The machine's. */
    Times REAL = new Times() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration time) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for UN Comtrade.", e);
            }
        }
    };
}
