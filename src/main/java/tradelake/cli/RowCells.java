package tradelake.cli;

import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Spark's rows as the cells that are printed. */
final class RowCells implements Iterator<Object[]> {
    private final Iterator<Row> rows;

    RowCells(Iterator<Row> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Object[] next() {
        Row row = rows.next();
        Object[] cells = new Object[row.length()];
        for (int i = 0; i < cells.length; i++) cells[i] = row.get(i);
        return cells;
    }
}
