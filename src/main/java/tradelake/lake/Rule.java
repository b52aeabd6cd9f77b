package tradelake.lake;

/**
 * What holds in every row of a table: a CHECK constraint in Delta, one count in the audit, one line on the table's page.
 *
 * @param name lower_snake_case, unique in its table
 * @param sql a condition over the table's columns; NULL counts as broken, so say {@code x IS NULL OR ...} where x may lack
 */
public record Rule(String name, String sql) {}
