package tradelake.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradelake.lake.Work;

/** The lineage as an SVG of its own: a column for each rank, a box for each step, a curve for each input, dashed behind the columns between. */
final class LineagePicture {
    private static final int COLUMN = 260;
    private static final int WIDTH = 200;
    private static final int LINE = 18;
    private static final int GAP = 16;
    private static final String STYLE =
            """
            text { font: 12px sans-serif; fill: #1f2328 }
            rect { fill: #f6f8fa; stroke-width: 2 }
            path { fill: none; stroke: #8c959f }
            .far { stroke-dasharray: 3 4 }
            .bronze { stroke: #a0522d } .silver { stroke: #8c959f } .gold { stroke: #c9a227 }
            @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } rect { fill: #161b22 } path { stroke: #6e7681 } }
            """;

    /** Where a step's box lies. */
    private record Box(int x, int y, int height) {
        int middle() {
            return y + height / 2;
        }
    }

    private final Lineage lineage;
    private final int height;
    private final Map<Work, Box> boxes = new LinkedHashMap<>();

    LineagePicture(Lineage lineage) {
        this.lineage = lineage;
        this.height = lineage.ranks().values().stream()
                .mapToInt(LineagePicture::height)
                .max()
                .orElse(0);
        lineage.ranks().forEach(this::place);
    }

    private static int height(Work work) {
        return LINE * work.outputs().size() + LINE / 2;
    }

    private static int height(List<Work> column) {
        return column.stream().mapToInt(work -> height(work) + GAP).sum() - GAP;
    }

    /** One below the other around the middle, those whose inputs lie higher above. */
    private void place(int rank, List<Work> works) {
        int y = GAP + (height - height(works)) / 2;
        for (Work work :
                works.stream().sorted(Comparator.comparingDouble(this::inputs)).toList()) {
            Box box = new Box(GAP + rank * COLUMN, y, height(work));
            boxes.put(work, box);
            y += box.height() + GAP;
        }
    }

    private double inputs(Work work) {
        return lineage.before(work).stream()
                .mapToInt(other -> boxes.get(other).middle())
                .average()
                .orElse(0);
    }

    String svg() {
        int width = boxes.values().stream().mapToInt(Box::x).max().orElse(0) + WIDTH + GAP;
        StringBuilder svg =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                        .formatted(width, height + 2 * GAP));
        svg.append("<title>Which table is made from which</title>\n<style>\n" + STYLE + "</style>\n");
        boxes.forEach((work, box) -> lineage.before(work).forEach(other -> svg.append(curve(boxes.get(other), box))));
        boxes.forEach((work, box) -> svg.append(drawn(work, box)));
        return svg.append("</svg>\n").toString();
    }

    private static String curve(Box from, Box to) {
        int x = from.x() + WIDTH, bend = (to.x() - x) / 2;
        String kind = to.x() - from.x() > COLUMN ? " class=\"far\"" : "";
        return "<path%s d=\"M%d %dC%d %d %d %d %d %d\"/>\n"
                .formatted(
                        kind,
                        x,
                        from.middle(),
                        x + bend,
                        from.middle(),
                        to.x() - bend,
                        to.middle(),
                        to.x(),
                        to.middle());
    }

    private static String drawn(Work work, Box box) {
        StringBuilder drawn =
                new StringBuilder("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n"
                        .formatted(work.outputs().get(0).layer().schema(), box.x(), box.y(), WIDTH, box.height()));
        int y = box.y();
        for (String name : Lineage.names(work))
            drawn.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(box.x() + 10, y += LINE, name));
        return drawn.toString();
    }
}
