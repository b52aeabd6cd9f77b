package tradelake.report;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a published run: one file that opens from disk and loads nothing. Every figure is what its SQL answers from the
 * snapshot; what stands around the figures is in page.conf.
 */
public final class Report {
    public static final String FILE = "report.html";

    private final SnapshotRows snapshot;
    private final Config page;
    private final List<Figure> figures;

    private Report(Connection snapshot, Config page, List<Figure> figures) {
        this.snapshot = new SnapshotRows(snapshot);
        this.page = page;
        this.figures = figures;
    }

    /**
     * Writes the report.
     *
     * @param snapshot the database of a snapshot
     */
    public static void write(Connection snapshot, Path file) throws SQLException, IOException {
        Report report = new Report(snapshot, Resources.config("page.conf"), Figure.all());
        Files.writeString(file, Page.around(report.data()));
    }

    /** All that the page's script reads. */
    private Map<String, Object> data() throws SQLException {
        Names names = new Names(snapshot, page);
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Figure figure : figures) answered.add(figure.answered(snapshot, page.getConfig("sources"), names));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("run", Map.of("id", about("run"), "code", about("code")));
        data.put("labels", snapshot.texts("SELECT value FROM main.about WHERE name = 'label'"));
        data.put("words", page.getObject("words").unwrapped());
        data.put("knownLabels", page.getList("knownLabels").unwrapped());
        data.put("chapters", page.getList("chapters").unwrapped());
        data.put("figures", answered);
        data.put("names", names.used());
        return data;
    }

    private String about(String name) throws SQLException {
        return String.join(", ", snapshot.texts("SELECT value FROM main.about WHERE name = '" + name + "'"));
    }
}
