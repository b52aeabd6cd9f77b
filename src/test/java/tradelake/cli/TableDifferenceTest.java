package tradelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tradelake.lake.Drawn;
import tradelake.lake.Table;
import tradelake.reference.GroupsTable;

/** What the trials of faults stand on: a comparison that finds each kind of loss. */
class TableDifferenceTest {
    private static final Table TABLE = GroupsTable.TABLE;
    private static final String TWO =
            """
            group_id economy member_from status
            RCEP     CHN     2022-01-01  member
            RCEP     IDN     2023-01-02  member
            """;

    private static TableDifference of(String actual) {
        return TableDifference.of(TABLE, Drawn.rows(TABLE, actual), Drawn.rows(TABLE, TWO), Set.of());
    }

    @Test
    void theSameRowsInAnyOrderDoNotDiffer() {
        assertThat(
                        of(
                                """
            group_id economy member_from status
            RCEP     IDN     2023-01-02  member
            RCEP     CHN     2022-01-01  member
            """))
                .matches(TableDifference::isNone)
                .matches(same -> same.rows() == 2 && same.example().isEmpty());
    }

    @Test
    void aLostADoubledAndAChangedRowAreCounted() {
        TableDifference found = of(
                """
            group_id economy member_from status
            RCEP     CHN     2022-01-01  invited
            RCEP     CHN     2022-01-01  invited
            """);
        assertThat(found.lost()).isOne();
        assertThat(found.surplus()).isOne();
        assertThat(found.changed()).isOne();
        assertThat(found.example()).get().asString().contains("other values of [status]");
    }

    @Test
    void aColumnMayBeLeftOut() {
        assertThat(TableDifference.of(
                        TABLE,
                        Drawn.rows(TABLE, TWO.replace("member\n", "invited\n")),
                        Drawn.rows(TABLE, TWO),
                        Set.of(GroupsTable.STATUS)))
                .matches(TableDifference::isNone);
    }
}
