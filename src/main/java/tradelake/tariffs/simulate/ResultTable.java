package tradelake.tariffs.simulate;

import java.util.List;

/**
 * A table of results.
 *
 * @param name what its rows are about, such as country or bilateral
 * @param rows each with one value a column: texts, numbers, or null where there is none
 */
public record ResultTable(String name, List<String> columns, List<Object[]> rows) {}
