package tradelake.cli;

import java.io.PrintWriter;
import java.time.Clock;
import tradelake.lake.console.ConsoleStory;
import tradelake.lake.console.JsonStory;
import tradelake.lake.console.PlainStory;
import tradelake.lake.console.Teller;

/** How a command tells on standard error what it does. */
enum LogFormat {
    /** A bar on a terminal, plain lines elsewhere. */
    text {
        @Override
        Teller teller(PrintWriter err) {
            return Terminal.present() ? new ConsoleStory(err, Terminal.columns()) : new PlainStory(err);
        }
    },
    /** One JSON object a line, the log's lines too. */
    json {
        @Override
        Teller teller(PrintWriter err) {
            System.setProperty(LOG_PATTERN, JSON_PATTERN);
            return new JsonStory(err, Clock.systemUTC());
        }
    };

    /** Read by log4j2.properties when the first logger is made, which is after this. */
    private static final String LOG_PATTERN = "tradelake.log.pattern";

    private static final String JSON_PATTERN =
            "{\"at\":\"%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC}\",\"event\":\"log\",\"level\":\"%p\",\"logger\":\"%c{1}\","
                    + "\"text\":\"%enc{%m}{JSON}\",\"trace\":\"%enc{%ex}{JSON}\"}%n";

    abstract Teller teller(PrintWriter err);
}
