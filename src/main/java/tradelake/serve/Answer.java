package tradelake.serve;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** The rows of one answer, fetched as they are asked for; can be gone through once. */
public final class Answer implements Iterator<Object[]>, AutoCloseable {
    private static final Pattern NUMBERS =
            Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*");

    private final Statement statement;
    private final ResultSet rows;
    private final List<Column> columns;
    private boolean looked;
    private boolean more;

    /**
     * A column of an answer.
     *
     * @param number whether its values are numbers
     */
    public record Column(String name, boolean number) {}

    Answer(Statement statement, ResultSet rows) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.columns = columns(rows.getMetaData());
    }

    private static List<Column> columns(ResultSetMetaData heads) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= heads.getColumnCount(); i++)
            columns.add(new Column(
                    heads.getColumnLabel(i),
                    NUMBERS.matcher(heads.getColumnTypeName(i)).matches()));
        return List.copyOf(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            try {
                more = rows.next();
            } catch (SQLException e) {
                throw Refusals.of(e);
            }
            looked = true;
        }
        return more;
    }

    /** The next row, its values as {@link DuckValue} gives them. */
    @Override
    public Object[] next() {
        if (!hasNext()) throw new NoSuchElementException();
        looked = false;
        try {
            Object[] cells = new Object[columns.size()];
            for (int i = 0; i < cells.length; i++) cells[i] = DuckValue.plain(rows.getObject(i + 1));
            return cells;
        } catch (SQLException e) {
            throw Refusals.of(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw Refusals.of(e);
        }
    }
}
